<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
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
        <source>AdapLeR, %n layer(s)</source>
        <translation>
            <numerusform>AdapLeR, %n layer</numerusform>
            <numerusform>AdapLeR, %n layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>BERT, %n layer(s)</source>
        <translation>
            <numerusform>BERT, %n layer</numerusform>
            <numerusform>BERT, %n layers</numerusform>
        </translation>
    </message>
</context>
</TS>
