<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>About</name>
    <message>
        <source>&lt;p&gt;AdapLens is free software under the GNU General Public License, version 3 or later, without any warranty.&lt;/p&gt;&lt;p&gt;It is built on: Qt (LGPL 3), LibTorch (BSD 3-clause), QCustomPlot (GPL 3), ICU (Unicode licence), nlohmann/json and CLI11 (MIT and BSD 3-clause). The method is AdapLeR (Modarressi, Mohebbi, Pilehvar, ACL 2022).&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h2&gt;AdapLens %1&lt;/h2&gt;&lt;p&gt;Shows which words an adaptive BERT drops, where, and what that saves.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Processor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About AdapLens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How to read this</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AlivePlot</name>
    <message>
        <source>Tokens left after each layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens left after each layer: the faster it falls, the more is saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this model drops nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Entering layer 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 tokens (%3)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardDock</name>
    <message>
        <source>Drag to move this panel, double-click to detach it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Detach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardHeader</name>
    <message>
        <source>What is this?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain “%1”</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CostView</name>
    <message>
        <source>GFLOP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MFLOP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fewer operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more operations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2 %3, exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2, exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one run</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>median of %n</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>not timed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the clock cannot save: the weights of every layer are read once, however few tokens are left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plain model runs every layer on every piece; nothing is saved.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>Prediction: %1 · %2 tokens, nothing dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction: %1 · plain model: %2 · %3 of %4 tokens reach it · %5 fewer operations</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>1 token</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Headless</name>
    <message>
        <source>wrote %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>&lt;b&gt;Your text, layer by layer&lt;/b&gt;&lt;p&gt;The words as you wrote them. A word fades at the layer that drops it: from there on no layer reads it any more. A word is made of one or more &lt;i&gt;pieces&lt;/i&gt;; while some of them are left it is only partly dropped.&lt;/p&gt;&lt;p&gt;Grey words without a line through them were not read at all: the text is longer than the model takes at once.&lt;/p&gt;&lt;p&gt;Move the slider, press play, or use Alt+Up and Alt+Down to go through the layers.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Token map&lt;/b&gt;&lt;p&gt;One column a word, one row a layer. Before each layer a small &lt;i&gt;contribution predictor&lt;/i&gt; looks at the n pieces that are left and gives each a score; the scores of a layer add up to 1:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;&lt;i&gt;S&lt;/i&gt; = softmax( Linear&lt;sub&gt;32→1&lt;/sub&gt;( GELU( Linear&lt;sub&gt;H→32&lt;/sub&gt;( &lt;i&gt;h&lt;/i&gt; ) ) ) )&lt;/p&gt;&lt;p&gt;A piece stays if its score reaches the layer&apos;s threshold&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;&lt;i&gt;S&lt;/i&gt;&lt;sub&gt;i&lt;/sub&gt; ≥ δ = η / n&lt;/p&gt;&lt;p&gt;where η, between 0.01 and 1, was learned with the model. [CLS], from which the answer is read, always stays.&lt;/p&gt;&lt;p&gt;The colour is log&lt;sub&gt;2&lt;/sub&gt;(&lt;i&gt;S&lt;/i&gt;·n): white is the uniform level 1/n, orange above, blue below, the same scale in every layer and for every text. The score of a word is the sum over its pieces, compared with their share of n. &lt;i&gt;Absolute&lt;/i&gt; colours the score itself.&lt;/p&gt;&lt;p&gt;A model without such predictors drops nothing; its map shows attention or saliency instead.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Alive per layer&lt;/b&gt;&lt;p&gt;How many pieces each layer works on, against the plain model that keeps all of them. The cost of a layer grows with this number, so the area above the curve is what is saved.&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;n&lt;sub&gt;l+1&lt;/sub&gt; = number of pieces with &lt;i&gt;S&lt;/i&gt;&lt;sub&gt;i&lt;/sub&gt; ≥ η&lt;sub&gt;l&lt;/sub&gt; / n&lt;sub&gt;l&lt;/sub&gt;&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Scores entering a layer&lt;/b&gt;&lt;p&gt;The score of each word that is still there when the chosen layer begins, as a multiple of the uniform level 1/n. The line is the layer&apos;s threshold:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;δ·n = η&lt;/p&gt;&lt;p&gt;Bars under it are dropped before the layer does its work. [CLS] stays even there.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Prediction&lt;/b&gt;&lt;p&gt;The probability of each class, with words dropped on the way (reduced) and with all of them read (plain):&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;&lt;i&gt;p&lt;/i&gt; = softmax( Linear( tanh( Linear( [CLS] ) ) ) )&lt;/p&gt;&lt;p&gt;The plain figure comes from the &lt;i&gt;twin&lt;/i&gt;, the same network fine-tuned without dropping, where the model has one, and otherwise from the same weights with nothing dropped. Where the two disagree, dropping has changed the answer.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Cost of this text&lt;/b&gt;&lt;p&gt;&lt;i&gt;Operations&lt;/i&gt; are counted, not estimated: a layer of width H with inner width I on n pieces takes&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;(8H² + 4HI)·n + 4H·n²&lt;/p&gt;&lt;p&gt;and its contribution predictor (64H + 64)·n more; pooler and classifier are included.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Time&lt;/i&gt; is measured on this machine, one text at a time: one run while you type, the median of ten once you pause. It gains less than the operations do, because the weights of every layer have to be read from memory whatever the number of pieces, and small matrices keep the processor less busy.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;b&gt;Selected word&lt;/b&gt;&lt;p&gt;The word&apos;s score as it enters each layer, as a multiple of the uniform level:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;( Σ&lt;sub&gt;pieces&lt;/sub&gt; &lt;i&gt;S&lt;/i&gt;&lt;sub&gt;i&lt;/sub&gt; ) · n / pieces&lt;/p&gt;&lt;p&gt;Bars to the right are above the uniform level, bars to the left below it; the ends stand for 8 times and one eighth. The dotted line is the threshold η. Select words with a click or the arrow keys.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&lt;h2&gt;How to read this&lt;/h2&gt;&lt;p&gt;A text classifier of the BERT family reads all words of a text in every layer. An AdapLeR model decides before each layer which words still matter, and removes the others for good: fewer words, less work. AdapLens shows those decisions.&lt;/p&gt;</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InputView</name>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>none unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>part %1 of %2 of a long text</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n cut off</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>none cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type or paste a text…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second text, which the model reads together with the first…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than a fifth of this text is unknown to the model ([UNK]), so its prediction means little; is it in the model&apos;s language?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · %1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing to analyse yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>live · %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>InspectPage</name>
    <message>
        <source>Text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Token map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much [CLS] attends to each piece, mean of all heads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How strongly each piece moves the predicted class: norm of gradient times state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability of each class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cost of this text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selected word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with this example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alive per layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scores</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous part of a long text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of a long text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pasted text has %1 characters; the first %2 were taken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerBar</name>
    <message>
        <source>Layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Walk through the layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Shows which words an adaptive BERT drops, where, and what that saves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the model in &lt;folder&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Analyse &lt;text&gt;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the token map to &lt;file&gt; (PNG, SVG or PDF) and quit; no window is shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write token map (PNG, SVG) and trace (JSON) to the --out folder and quit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder that --headless writes to.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>AdapLens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no model is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This copy of AdapLens has no embedded model. Open the folder of a model with Model ▸ Open model folder, or drop it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opening %1…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 — AdapLens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drop one file or folder of this computer: a text file, or the folder of a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open model folder…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Embedded model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recent models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Figure (PNG, SVG, PDF)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace as &amp;JSON…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trace as &amp;CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Larger type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Smaller type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Normal type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Reset panels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How to read this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About AdapLens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Inspect</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlotBase</name>
    <message>
        <source>Nothing to plot yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Popover</name>
    <message>
        <source>Explanation</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PredictionView</name>
    <message>
        <source>class %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this model drops nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropping changes the answer: %1 without, %2 with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same answer with and without dropping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain: fine-tuned twin, same backbone, nothing dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>plain: the same weights, nothing dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no prediction yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 reduced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 plain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>probability %1, logit %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: reduced %2; plain %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Working</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScorePlot</name>
    <message>
        <source>Scores entering the selected layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scores entering layer %1, × uniform; bars under the line are dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scores at layer %1, × uniform; this model drops nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uniform</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>“%1” cannot be read: %2. Check that the file exists and is yours to read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a text file; drop a plain text in UTF-8, or the folder of a model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>“%1” is long (%2); its first %n characters were taken.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in “%1” are not UTF-8 and are shown as �; save the file as UTF-8 to see them.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TokenMapControls</name>
    <message>
        <source>Words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns of the token map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One column for each word of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One column for each word piece the model reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Relative</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Absolute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the token map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour = score against the uniform level 1/n, from ⅛ to 8 times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colour = the score itself, from 0.001 to 1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenMapModel</name>
    <message>
        <source>attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saliency</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  δ %2/n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>from [CLS]</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 pieces dropped here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept, %1 of %2 pieces gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept ([CLS] always is)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” · entering layer %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[UNK]: not in the model&apos;s vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not in the model&apos;s vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone: dropped at layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 (%3 uniform)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before rescaling by θ: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this model drops nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold %1 for each piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reaches the prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped later: layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped at layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>entering: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>[CLS] always stays; the others if their score is at least δ = %1/%2 = %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, layer %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: gone, dropped at layer %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 %3, %4 times uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1; this model drops nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, threshold %2, %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, reaches the prediction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, dropped later at layer %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model drops nothing: every token reaches the prediction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>some pieces dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone, no longer scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reached the prediction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>⅛×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uniform 1/n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>8×</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threshold δ, layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenMapView</name>
    <message>
        <source>Token map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contribution of each %1 entering each layer, against the uniform level 1/n</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contribution of each %1 entering each layer; a layer&apos;s scores sum to 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attention to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saliency of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 each %2 at each layer, against the uniform level 1/n; nothing is dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 each %2 at each layer; nothing is dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a text, and its words appear here, layer by layer.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenTextArea</name>
    <message>
        <source>Text, as far as it is left after the selected layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part %1 of %2 of the text; the grey words are not read in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The grey end, %1, is not read: the model takes %2 pieces at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 more characters are not shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your text appears here, word by word as the layers drop it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TokenTextView</name>
    <message>
        <source>This model drops nothing: every word is read by every layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is still alive after layer %1 — each word fades where it is dropped</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>trained on %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n classes</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n pieces</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>reads two texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a plain model: drops nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>AdapLeR, %n layer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>BERT, %n layer(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WindowSwitcher</name>
    <message>
        <source>Part before this one (Ctrl+Page Up)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous part of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part after this one (Ctrl+Page Down)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part of the text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text is longer than the model reads at once; it is shown in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordView</name>
    <message>
        <source>Selected word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>dropped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1: gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layer %1: score %2, %3 uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, threshold %1 a piece, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>select a word in the text or the map</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no text yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 uniform</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
