<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Agreement</name>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln document</numerusform>
            <numerusform>%Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln window(s)</source>
        <translation>
            <numerusform>%Ln window</numerusform>
            <numerusform>%Ln windows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln window(s) without a rationale left out</source>
        <translation>
            <numerusform>%Ln window without a rationale left out</numerusform>
            <numerusform>%Ln windows without a rationale left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) without a rationale left out</source>
        <translation>
            <numerusform>%Ln document without a rationale left out</numerusform>
            <numerusform>%Ln documents without a rationale left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln window(s) with everything marked left out</source>
        <translation>
            <numerusform>%Ln window with everything marked left out</numerusform>
            <numerusform>%Ln windows with everything marked left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) with everything marked left out</source>
        <translation>
            <numerusform>%Ln document with everything marked left out</numerusform>
            <numerusform>%Ln documents with everything marked left out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln document(s)</source>
        <translation>
            <numerusform>%1 of %Ln document</numerusform>
            <numerusform>%1 of %Ln documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 with every window padded to the longest, %n piece(s), as many published tables count</source>
        <translation>
            <numerusform>%1 with every window padded to the longest, %n piece, as many published tables count</numerusform>
            <numerusform>%1 with every window padded to the longest, %n pieces, as many published tables count</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgreementControls</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotatePage</name>
    <message numerus="yes">
        <source>%1 · %Ln text(s), %2 with marks</source>
        <translation>
            <numerusform>%1 · %Ln text, %2 with marks</numerusform>
            <numerusform>%1 · %Ln texts, %2 with marks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationModel</name>
    <message numerus="yes">
        <source>%1 · %n span(s) marked</source>
        <translation>
            <numerusform>%1 · %n span marked</numerusform>
            <numerusform>%1 · %n spans marked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>average precision %1: mean over the layers and over %2 of the %n part(s) of the text</source>
        <translation>
            <numerusform>average precision %1: mean over the layers and over %2 of the %n part of the text</numerusform>
            <numerusform>average precision %1: mean over the layers and over %2 of the %n parts of the text</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationStore</name>
    <message numerus="yes">
        <source>Bytes that are no UTF-8 were replaced in %n text(s).</source>
        <translation>
            <numerusform>Bytes that are no UTF-8 were replaced in %n text.</numerusform>
            <numerusform>Bytes that are no UTF-8 were replaced in %n texts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationView</name>
    <message numerus="yes">
        <source>%n span(s) marked</source>
        <translation>
            <numerusform>%n span marked</numerusform>
            <numerusform>%n spans marked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A and B keep the same words at the end: %1 of %n.</source>
        <translation>
            <numerusform>A and B keep the same words at the end: %1 of %n.</numerusform>
            <numerusform>A and B keep the same words at the end: %1 of %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A and B keep the same words after layer %1: %2 of %n.</source>
        <translation>
            <numerusform>A and B keep the same words after layer %1: %2 of %n.</numerusform>
            <numerusform>A and B keep the same words after layer %1: %2 of %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Both keep %1 of %n word(s) at the end; only %2 keeps %3.</source>
        <translation>
            <numerusform>Both keep %1 of %n word at the end; only %2 keeps %3.</numerusform>
            <numerusform>Both keep %1 of %n words at the end; only %2 keeps %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Both keep %1 of %n word(s) after layer %2; only %3 still keeps %4.</source>
        <translation>
            <numerusform>Both keep %1 of %n word after layer %2; only %3 still keeps %4.</numerusform>
            <numerusform>Both keep %1 of %n words after layer %2; only %3 still keeps %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Both keep %1 of %n word(s) at the end; only A keeps %2, only B %3.</source>
        <translation>
            <numerusform>Both keep %1 of %n word at the end; only A keeps %2, only B %3.</numerusform>
            <numerusform>Both keep %1 of %n words at the end; only A keeps %2, only B %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Both keep %1 of %n word(s) after layer %2; only A still keeps %3, only B %4.</source>
        <translation>
            <numerusform>Both keep %1 of %n word after layer %2; only A still keeps %3, only B %4.</numerusform>
            <numerusform>Both keep %1 of %n words after layer %2; only A still keeps %3, only B %4.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BesideNumbers</name>
    <message numerus="yes">
        <source>%1 of %n token(s) left</source>
        <translation>
            <numerusform>%1 of %n token left</numerusform>
            <numerusform>%1 of %n tokens left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>median of %n run(s)</source>
        <translation>
            <numerusform>median of %n run</numerusform>
            <numerusform>median of %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Calibration</name>
    <message numerus="yes">
        <source>%Ln text(s) cut at %1 pieces</source>
        <translation>
            <numerusform>%Ln text cut at %1 pieces</numerusform>
            <numerusform>%Ln texts cut at %1 pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalibrationForm</name>
    <message numerus="yes">
        <source>%Ln text(s) answered</source>
        <translation>
            <numerusform>%Ln text answered</numerusform>
            <numerusform>%Ln texts answered</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CompareControls</name>
    <message numerus="yes">
        <source>Top %1 of %n word(s)</source>
        <translation>
            <numerusform>Top %1 of %n word</numerusform>
            <numerusform>Top %1 of %n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CostView</name>
    <message numerus="yes">
        <source>median of %n</source>
        <translation>
            <numerusform>median of %n</numerusform>
            <numerusform>median of %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataBrowser</name>
    <message numerus="yes">
        <source>%Ln text(s)</source>
        <translation>
            <numerusform>%Ln text</numerusform>
            <numerusform>%Ln texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln text(s)</source>
        <translation>
            <numerusform>%1 of %Ln text</numerusform>
            <numerusform>%1 of %Ln texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) read</source>
        <translation>
            <numerusform>%Ln text read</numerusform>
            <numerusform>%Ln texts read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>InputView</name>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cut off</source>
        <translation>
            <numerusform>%n cut off</numerusform>
            <numerusform>%n cut off</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelAdvice</name>
    <message numerus="yes">
        <source>This text is much longer than those that “%1” was trained on (up to %n piece(s)), so its answer may mean little.</source>
        <translation>
            <numerusform>This text is much longer than those that “%1” was trained on (up to %n piece), so its answer may mean little.</numerusform>
            <numerusform>This text is much longer than those that “%1” was trained on (up to %n pieces), so its answer may mean little.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The texts of this data set are much longer than those that “%1” was trained on (up to %n piece(s)), so its answers may mean little.</source>
        <translation>
            <numerusform>The texts of this data set are much longer than those that “%1” was trained on (up to %n piece), so its answers may mean little.</numerusform>
            <numerusform>The texts of this data set are much longer than those that “%1” was trained on (up to %n pieces), so its answers may mean little.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PointsCard</name>
    <message numerus="yes">
        <source>%n point(s) not run or failed; the status says why</source>
        <translation>
            <numerusform>%n point not run or failed; the status says why</numerusform>
            <numerusform>%n points not run or failed; the status says why</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RationaleEditor</name>
    <message numerus="yes">
        <source>Span %1 of %2, %n word(s)</source>
        <translation>
            <numerusform>Span %1 of %2, %n word</numerusform>
            <numerusform>Span %1 of %2, %n words</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunCurves</name>
    <message numerus="yes">
        <source>means of %n batch(es)</source>
        <translation>
            <numerusform>means of %n batch</numerusform>
            <numerusform>means of %n batches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShippedModels</name>
    <message numerus="yes">
        <source>%1 (%n text(s)): accuracy %2, plain %3; %4 fewer operations</source>
        <translation>
            <numerusform>%1 (%n text): accuracy %2, plain %3; %4 fewer operations</numerusform>
            <numerusform>%1 (%n texts): accuracy %2, plain %3; %4 fewer operations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>two texts of up to %n piece(s)</source>
        <translation>
            <numerusform>two texts of up to %n piece</numerusform>
            <numerusform>two texts of up to %n pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>texts of up to %n piece(s)</source>
        <translation>
            <numerusform>texts of up to %n piece</numerusform>
            <numerusform>texts of up to %n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SweepControls</name>
    <message numerus="yes">
        <source>%n published point(s) cannot be placed on these axes; the table has them.</source>
        <translation>
            <numerusform>%n published point cannot be placed on these axes; the table has it.</numerusform>
            <numerusform>%n published points cannot be placed on these axes; the table has them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message numerus="yes">
        <source>“%1” is long (%2); its first %n characters were taken.</source>
        <translation>
            <numerusform>“%1” is long (%2); its first character was taken.</numerusform>
            <numerusform>“%1” is long (%2); its first %n characters were taken.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in “%1” are not UTF-8 and are shown as �; save the file as UTF-8 to see them.</source>
        <translation>
            <numerusform>%n place in “%1” is not UTF-8 and is shown as �; save the file as UTF-8 to see it.</numerusform>
            <numerusform>%n places in “%1” are not UTF-8 and are shown as �; save the file as UTF-8 to see them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message numerus="yes">
        <source>%n classes</source>
        <translation>
            <numerusform>%n class</numerusform>
            <numerusform>%n classes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n pieces</source>
        <translation>
            <numerusform>up to %n piece</numerusform>
            <numerusform>up to %n pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n layer(s)</source>
        <translation>
            <numerusform>%1, %n layer</numerusform>
            <numerusform>%1, %n layers</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tradeoff</name>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Train</name>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhatIfView</name>
    <message numerus="yes">
        <source>%1 of %n words are left at the end, %2 before.</source>
        <translation>
            <numerusform>%1 of %n word is left at the end, %2 before.</numerusform>
            <numerusform>%1 of %n words are left at the end, %2 before.</numerusform>
        </translation>
    </message>
</context>
</TS>
