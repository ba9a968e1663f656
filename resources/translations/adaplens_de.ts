<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>About</name>
    <message>
        <source>&lt;p&gt;AdapLens is free software under the GNU General Public License, version 3 or later, without any warranty.&lt;/p&gt;&lt;p&gt;It is built on: Qt (LGPL 3), LibTorch (BSD 3-clause), QCustomPlot (GPL 3), ICU (Unicode licence), nlohmann/json and CLI11 (MIT and BSD 3-clause). The method is AdapLeR (Modarressi, Mohebbi, Pilehvar, ACL 2022).&lt;/p&gt;</source>
        <translation>&lt;p&gt;AdapLens ist freie Software unter der GNU General Public License, Version 3 oder neuer, ohne jede Gewähr.&lt;/p&gt;&lt;p&gt;Es beruht auf: Qt (LGPL 3), LibTorch (BSD 3-clause), QCustomPlot (GPL 3), ICU (Unicode-Lizenz), nlohmann/json und CLI11 (MIT und BSD 3-clause). Das Verfahren ist AdapLeR (Modarressi, Mohebbi, Pilehvar, ACL 2022).&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;h2&gt;AdapLens %1&lt;/h2&gt;&lt;p&gt;Shows which words an adaptive BERT drops, where, and what that saves.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;AdapLens %1&lt;/h2&gt;&lt;p&gt;Zeigt, welche Wörter ein adaptives BERT entfernt, wo es das tut und was das spart.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>About AdapLens</source>
        <translation>Über AdapLens</translation>
    </message>
    <message>
        <source>How to read this</source>
        <translation>Wie man das liest</translation>
    </message>
</context>
<context>
    <name>AlivePlot</name>
    <message>
        <source>Tokens left after each layer</source>
        <translation>Verbleibende Token nach jeder Schicht</translation>
    </message>
    <message>
        <source>tokens left after each layer: the faster it falls, the more is saved</source>
        <translation>verbleibende Token nach jeder Schicht: je schneller es fällt, desto mehr wird gespart</translation>
    </message>
    <message>
        <source>this model drops nothing</source>
        <translation>dieses Modell entfernt nichts</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>einfach</translation>
    </message>
    <message>
        <source>all stay</source>
        <translation>alle bleiben</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>in</source>
        <translation>vor 1</translation>
    </message>
    <message>
        <source>Entering layer 1</source>
        <translation>Vor Schicht 1</translation>
    </message>
    <message>
        <source>After layer %1</source>
        <translation>Nach Schicht %1</translation>
    </message>
    <message>
        <source>%1 of %2 tokens (%3)</source>
        <translation>%1 von %2 Token (%3)</translation>
    </message>
</context>
<context>
    <name>CardDock</name>
    <message>
        <source>Drag to move this panel, double-click to detach it</source>
        <translation>Ziehen verschiebt dieses Feld, ein Doppelklick löst es ab</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Detach</source>
        <translation>Ablösen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>CardHeader</name>
    <message>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
    </message>
    <message>
        <source>Explain “%1”</source>
        <translation>„%1“ erklären</translation>
    </message>
</context>
<context>
    <name>CostView</name>
    <message>
        <source>GFLOP</source>
        <translation>GFLOP</translation>
    </message>
    <message>
        <source>MFLOP</source>
        <translation>MFLOP</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
    <message>
        <source>Cost of this text</source>
        <translation>Kosten dieses Textes</translation>
    </message>
    <message>
        <source>operations</source>
        <translation>Rechenschritte</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>fewer operations</source>
        <translation>weniger Rechenschritte</translation>
    </message>
    <message>
        <source>more operations</source>
        <translation>mehr Rechenschritte</translation>
    </message>
    <message>
        <source>%1 → %2 %3, exact</source>
        <translation>%1 → %2 %3, exakt</translation>
    </message>
    <message>
        <source>%1 %2, exact</source>
        <translation>%1 %2, exakt</translation>
    </message>
    <message>
        <source>less time</source>
        <translation>weniger Zeit</translation>
    </message>
    <message>
        <source>more time</source>
        <translation>mehr Zeit</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>%1 → %2 ms</source>
        <translation>%1 → %2 ms</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>one run</source>
        <translation>ein Lauf</translation>
    </message>
    <message numerus="yes">
        <source>median of %n</source>
        <translation>
            <numerusform>Median aus %n</numerusform>
            <numerusform>Median aus %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n Thread</numerusform>
            <numerusform>%n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>not timed</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>What the clock cannot save: the weights of every layer are read once, however few tokens are left.</source>
        <translation>Was die Uhr nicht sparen kann: Die Gewichte jeder Schicht werden einmal gelesen, wie wenige Token auch bleiben.</translation>
    </message>
    <message>
        <source>A plain model runs every layer on every piece; nothing is saved.</source>
        <translation>Ein einfaches Modell rechnet jede Schicht auf jedem Wortstück; gespart wird nichts.</translation>
    </message>
    <message>
        <source>%1: %2 operations</source>
        <translation>%1: %2 Rechenschritte</translation>
    </message>
    <message>
        <source>%1, %2 ms</source>
        <translation>%1, %2 ms</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>einfach</translation>
    </message>
    <message>
        <source>reduced</source>
        <translation>reduziert</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>Prediction: %1 · %2 tokens, nothing dropped</source>
        <translation>Vorhersage: %1 · %2 Token, nichts entfernt</translation>
    </message>
    <message>
        <source>Prediction: %1 · plain model: %2 · %3 of %4 tokens reach it · %5 fewer operations</source>
        <translation>Vorhersage: %1 · einfaches Modell: %2 · %3 von %4 Token erreichen sie · %5 weniger Rechenschritte</translation>
    </message>
    <message>
        <source>%1: the name must end in .png, .svg or .pdf, which chooses the figure&apos;s format.</source>
        <translation>%1: Der Name muss auf .png, .svg oder .pdf enden; das bestimmt das Format der Abbildung.</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>1 token</source>
        <translation>1 Token</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Token</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 Wort</translation>
    </message>
    <message>
        <source>%1 words</source>
        <translation>%1 Wörter</translation>
    </message>
</context>
<context>
    <name>Headless</name>
    <message>
        <source>wrote %1</source>
        <translation>%1 geschrieben</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>&lt;b&gt;Your text, layer by layer&lt;/b&gt;&lt;p&gt;The words as you wrote them. A word fades at the layer that drops it: from there on no layer reads it any more. A word is made of one or more &lt;i&gt;pieces&lt;/i&gt;; while some of them are left it is only partly dropped.&lt;/p&gt;&lt;p&gt;Grey words without a line through them were not read at all: the text is longer than the model takes at once.&lt;/p&gt;&lt;p&gt;Move the slider, press play, or use Alt+Up and Alt+Down to go through the layers.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Ihr Text, Schicht für Schicht&lt;/b&gt;&lt;p&gt;Die Wörter, wie Sie sie geschrieben haben. Ein Wort verblasst in der Schicht, die es entfernt: Von da an liest es keine Schicht mehr. Ein Wort besteht aus einem oder mehreren &lt;i&gt;Wortstücken&lt;/i&gt;; solange einige davon übrig sind, ist es nur teilweise entfernt.&lt;/p&gt;&lt;p&gt;Graue Wörter, die nicht durchgestrichen sind, wurden gar nicht gelesen: Der Text ist länger, als das Modell auf einmal aufnimmt.&lt;/p&gt;&lt;p&gt;Der Schieber, die Wiedergabe oder Alt+Auf und Alt+Ab führen durch die Schichten.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Alive per layer&lt;/b&gt;&lt;p&gt;How many pieces each layer works on, against the plain model that keeps all of them. The cost of a layer grows with this number, so the area above the curve is what is saved.&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;n&lt;sub&gt;l+1&lt;/sub&gt; = number of pieces with &lt;i&gt;S&lt;/i&gt;&lt;sub&gt;i&lt;/sub&gt; ≥ η&lt;sub&gt;l&lt;/sub&gt; / n&lt;sub&gt;l&lt;/sub&gt;&lt;/p&gt;</source>
        <translation>&lt;b&gt;Verblieben je Schicht&lt;/b&gt;&lt;p&gt;Auf wie vielen Wortstücken jede Schicht rechnet, verglichen mit dem einfachen Modell, das alle behält. Die Kosten einer Schicht wachsen mit dieser Zahl; die Fläche über der Kurve ist also das, was gespart wird.&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;n&lt;sub&gt;l+1&lt;/sub&gt; = Zahl der Wortstücke mit &lt;i&gt;S&lt;/i&gt;&lt;sub&gt;i&lt;/sub&gt; ≥ η&lt;sub&gt;l&lt;/sub&gt; / n&lt;sub&gt;l&lt;/sub&gt;&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Scores entering a layer&lt;/b&gt;&lt;p&gt;The score of each word that is still there when the chosen layer begins, as a multiple of the uniform level 1/n. The line is the layer&apos;s threshold:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;δ·n = η&lt;/p&gt;&lt;p&gt;Bars under it are dropped before the layer does its work. [CLS] stays even there.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Scores vor einer Schicht&lt;/b&gt;&lt;p&gt;Der Score jedes Wortes, das zu Beginn der gewählten Schicht noch da ist, als Vielfaches der Gleichverteilung 1/n. Die Linie ist der Schwellenwert der Schicht:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;δ·n = η&lt;/p&gt;&lt;p&gt;Was darunter liegt, wird entfernt, bevor die Schicht rechnet. [CLS] bleibt selbst dann.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Prediction&lt;/b&gt;&lt;p&gt;The probability of each class, with words dropped on the way (reduced) and with all of them read (plain):&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;&lt;i&gt;p&lt;/i&gt; = softmax( Linear( tanh( Linear( [CLS] ) ) ) )&lt;/p&gt;&lt;p&gt;The plain figure comes from the &lt;i&gt;twin&lt;/i&gt;, the same network fine-tuned without dropping, where the model has one, and otherwise from the same weights with nothing dropped. Where the two disagree, dropping has changed the answer.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Vorhersage&lt;/b&gt;&lt;p&gt;Die Wahrscheinlichkeit jeder Klasse, wenn unterwegs Wörter entfernt werden (reduziert) und wenn alle gelesen werden (einfach):&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;&lt;i&gt;p&lt;/i&gt; = softmax( Linear( tanh( Linear( [CLS] ) ) ) )&lt;/p&gt;&lt;p&gt;Der einfache Wert stammt vom &lt;i&gt;Zwilling&lt;/i&gt;, demselben Netz ohne Entfernen trainiert, wo das Modell einen hat, und sonst von denselben Gewichten, ohne etwas zu entfernen. Wo beide nicht übereinstimmen, hat das Entfernen die Antwort geändert.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Cost of this text&lt;/b&gt;&lt;p&gt;&lt;i&gt;Operations&lt;/i&gt; are counted, not estimated: a layer of width H with inner width I on n pieces takes&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;(8H² + 4HI)·n + 4H·n²&lt;/p&gt;&lt;p&gt;and its contribution predictor (64H + 64)·n more; pooler and classifier are included.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Time&lt;/i&gt; is measured on this machine, one text at a time: one run while you type, the median of ten once you pause. It gains less than the operations do, because the weights of every layer have to be read from memory whatever the number of pieces, and small matrices keep the processor less busy.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Kosten dieses Textes&lt;/b&gt;&lt;p&gt;&lt;i&gt;Rechenschritte&lt;/i&gt; sind gezählt, nicht geschätzt: Eine Schicht der Breite H mit innerer Breite I braucht für n Wortstücke&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;(8H² + 4HI)·n + 4H·n²&lt;/p&gt;&lt;p&gt;und ihr Beitragsschätzer weitere (64H + 64)·n; Pooler und Klassifikator sind mitgezählt.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Zeit&lt;/i&gt; wird auf diesem Rechner gemessen, ein Text nach dem anderen: ein Lauf, während Sie tippen, der Median aus zehn, sobald Sie innehalten. Sie gewinnt weniger als die Rechenschritte, denn die Gewichte jeder Schicht müssen unabhängig von der Zahl der Wortstücke aus dem Speicher gelesen werden, und kleine Matrizen lasten den Prozessor schlechter aus.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Selected word&lt;/b&gt;&lt;p&gt;The word&apos;s score as it enters each layer, as a multiple of the uniform level:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;( Σ&lt;sub&gt;pieces&lt;/sub&gt; &lt;i&gt;S&lt;/i&gt;&lt;sub&gt;i&lt;/sub&gt; ) · n / pieces&lt;/p&gt;&lt;p&gt;Bars to the right are above the uniform level, bars to the left below it; the ends stand for 8 times and one eighth. The dotted line is the threshold η. Select words with a click or the arrow keys.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Gewähltes Wort&lt;/b&gt;&lt;p&gt;Der Score des Wortes vor jeder Schicht, als Vielfaches der Gleichverteilung:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;( Σ&lt;sub&gt;Stücke&lt;/sub&gt; &lt;i&gt;S&lt;/i&gt;&lt;sub&gt;i&lt;/sub&gt; ) · n / Stücke&lt;/p&gt;&lt;p&gt;Balken nach rechts liegen über der Gleichverteilung, Balken nach links darunter; die Enden stehen für das 8-Fache und ein Achtel. Die gepunktete Linie ist der Schwellenwert η. Wörter wählt man mit einem Klick oder den Pfeiltasten.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;h2&gt;How to read this&lt;/h2&gt;&lt;p&gt;A text classifier of the BERT family reads all words of a text in every layer. An AdapLeR model decides before each layer which words still matter, and removes the others for good: fewer words, less work. AdapLens shows those decisions.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;Wie man das liest&lt;/h2&gt;&lt;p&gt;Ein Textklassifikator der BERT-Familie liest in jeder Schicht alle Wörter eines Textes. Ein AdapLeR-Modell entscheidet vor jeder Schicht, welche Wörter noch wichtig sind, und entfernt die übrigen endgültig: weniger Wörter, weniger Arbeit. AdapLens zeigt diese Entscheidungen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Token map&lt;/b&gt;&lt;p&gt;One column a word, one row a layer. Before each layer a small &lt;i&gt;contribution predictor&lt;/i&gt; looks at the n pieces that are left and gives each a score; the scores of a layer add up to 1:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;&lt;i&gt;S&lt;/i&gt; = softmax( Linear&lt;sub&gt;32→1&lt;/sub&gt;( GELU( Linear&lt;sub&gt;H→32&lt;/sub&gt;( &lt;i&gt;h&lt;/i&gt; ) ) ) )&lt;/p&gt;&lt;p&gt;A piece stays if its score reaches the layer&apos;s threshold&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;&lt;i&gt;S&lt;/i&gt;&lt;sub&gt;i&lt;/sub&gt; ≥ δ = η / n&lt;/p&gt;&lt;p&gt;where η, between 0.01 and 1, was learned with the model. [CLS], from which the answer is read, always stays.&lt;/p&gt;&lt;p&gt;The colour is log&lt;sub&gt;2&lt;/sub&gt;(&lt;i&gt;S&lt;/i&gt;·n): white is the uniform level 1/n, orange above, blue below, the same scale in every layer and for every text. The score of a word is the sum over its pieces, compared with their share of n. &lt;i&gt;Absolute&lt;/i&gt; colours the score itself.&lt;/p&gt;&lt;p&gt;A model without such predictors drops nothing; its map shows attention or saliency instead.&lt;/p&gt;&lt;p&gt;Click a cell, a label or a layer to select it, or use the arrow keys, Home and End. Ctrl and the wheel, + and − change the size; 0 shows the whole map, and 0 again goes back.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Token-Karte&lt;/b&gt;&lt;p&gt;Jede Spalte ein Wort, jede Zeile eine Schicht. Vor jeder Schicht betrachtet ein kleiner &lt;i&gt;Beitragsschätzer&lt;/i&gt; die n verbliebenen Wortstücke und gibt jedem einen Score; die Scores einer Schicht ergeben zusammen 1:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;&lt;i&gt;S&lt;/i&gt; = softmax( Linear&lt;sub&gt;32→1&lt;/sub&gt;( GELU( Linear&lt;sub&gt;H→32&lt;/sub&gt;( &lt;i&gt;h&lt;/i&gt; ) ) ) )&lt;/p&gt;&lt;p&gt;Ein Wortstück bleibt, wenn sein Score den Schwellenwert der Schicht erreicht:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;&lt;i&gt;S&lt;/i&gt;&lt;sub&gt;i&lt;/sub&gt; ≥ δ = η / n&lt;/p&gt;&lt;p&gt;Dabei wurde η, zwischen 0,01 und 1, mit dem Modell gelernt. [CLS], woraus die Antwort gelesen wird, bleibt immer.&lt;/p&gt;&lt;p&gt;Die Farbe ist log&lt;sub&gt;2&lt;/sub&gt;(&lt;i&gt;S&lt;/i&gt;·n): Weiß ist die Gleichverteilung 1/n, Orange liegt darüber, Blau darunter, mit derselben Skala in jeder Schicht und für jeden Text. Der Score eines Wortes ist die Summe über seine Wortstücke, verglichen mit ihrem Anteil an n. &lt;i&gt;Absolut&lt;/i&gt; färbt nach dem Score selbst.&lt;/p&gt;&lt;p&gt;Ein Modell ohne solche Schätzer entfernt nichts; seine Karte zeigt stattdessen Aufmerksamkeit oder Salienz.&lt;/p&gt;&lt;p&gt;Ein Klick auf eine Zelle, eine Beschriftung oder eine Schicht wählt sie, ebenso die Pfeiltasten, Pos1 und Ende. Strg mit dem Mausrad, + und − ändern die Größe; 0 zeigt die ganze Karte, noch einmal 0 führt zurück.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>InputView</name>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n Wortstück</numerusform>
            <numerusform>%n Wortstücke</numerusform>
        </translation>
    </message>
    <message>
        <source>none unknown</source>
        <translation>alle bekannt</translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n unbekannt</numerusform>
            <numerusform>%n unbekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>part %1 of %2 of a long text</source>
        <translation>Teil %1 von %2 eines langen Textes</translation>
    </message>
    <message numerus="yes">
        <source>%n cut off</source>
        <translation>
            <numerusform>%n abgeschnitten</numerusform>
            <numerusform>%n abgeschnitten</numerusform>
        </translation>
    </message>
    <message>
        <source>none cut off</source>
        <translation>nichts abgeschnitten</translation>
    </message>
    <message>
        <source>Type or paste a text…</source>
        <translation>Text eingeben oder einfügen …</translation>
    </message>
    <message>
        <source>Second text, which the model reads together with the first…</source>
        <translation>Zweiter Text, den das Modell zusammen mit dem ersten liest …</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Second text</source>
        <translation>Zweiter Text</translation>
    </message>
    <message>
        <source>More than a fifth of this text is unknown to the model ([UNK]), so its prediction means little; is it in the model&apos;s language?</source>
        <translation>Mehr als ein Fünftel dieses Textes ist dem Modell unbekannt ([UNK]), darum besagt seine Vorhersage wenig; ist der Text in der Sprache des Modells?</translation>
    </message>
    <message>
        <source> · %1 ms</source>
        <translation> · %1 ms</translation>
    </message>
    <message>
        <source>nothing to analyse yet</source>
        <translation>noch nichts zu analysieren</translation>
    </message>
    <message>
        <source>working · %1</source>
        <translation>rechnet · %1</translation>
    </message>
    <message>
        <source>live · %1</source>
        <translation>live · %1</translation>
    </message>
</context>
<context>
    <name>InspectPage</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Token map</source>
        <translation>Token-Karte</translation>
    </message>
    <message>
        <source>Attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>Salienz</translation>
    </message>
    <message>
        <source>How much [CLS] attends to each piece, mean of all heads</source>
        <translation>Wie viel Aufmerksamkeit [CLS] jedem Wortstück gibt, Mittel aller Köpfe</translation>
    </message>
    <message>
        <source>How strongly each piece moves the predicted class: norm of gradient times state</source>
        <translation>Wie stark jedes Wortstück die vorhergesagte Klasse bewegt: Norm von Gradient mal Zustand</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>probability of each class</source>
        <translation>Wahrscheinlichkeit jeder Klasse</translation>
    </message>
    <message>
        <source>Cost of this text</source>
        <translation>Kosten dieses Textes</translation>
    </message>
    <message>
        <source>Selected word</source>
        <translation>Gewähltes Wort</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Zum Ausprobieren</translation>
    </message>
    <message>
        <source>with this example</source>
        <translation>mit diesem Beispiel</translation>
    </message>
    <message>
        <source>Alive per layer</source>
        <translation>Verblieben je Schicht</translation>
    </message>
    <message>
        <source>Scores</source>
        <translation>Scores</translation>
    </message>
    <message>
        <source>Edit the text</source>
        <translation>Text bearbeiten</translation>
    </message>
    <message>
        <source>Previous layer</source>
        <translation>Vorige Schicht</translation>
    </message>
    <message>
        <source>Next layer</source>
        <translation>Nächste Schicht</translation>
    </message>
    <message>
        <source>Play the layers</source>
        <translation>Schichten abspielen</translation>
    </message>
    <message>
        <source>Previous part of a long text</source>
        <translation>Voriger Teil eines langen Textes</translation>
    </message>
    <message>
        <source>Next part of a long text</source>
        <translation>Nächster Teil eines langen Textes</translation>
    </message>
    <message>
        <source>The pasted text has %1 characters; the first %2 were taken.</source>
        <translation>Der eingefügte Text hat %1 Zeichen; die ersten %2 wurden übernommen.</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Close “Try it”</source>
        <translation>„Zum Ausprobieren“ schließen</translation>
    </message>
</context>
<context>
    <name>LayerBar</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Walk through the layers</source>
        <translation>Die Schichten durchlaufen</translation>
    </message>
    <message>
        <source>layer %1 of %2</source>
        <translation>Schicht %1 von %2</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Shows which words an adaptive BERT drops, where, and what that saves.</source>
        <translation>Zeigt, welche Wörter ein adaptives BERT entfernt, wo es das tut und was das spart.</translation>
    </message>
    <message>
        <source>Open the model in &lt;folder&gt;.</source>
        <translation>Das Modell im &lt;Ordner&gt; öffnen.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>Analyse &lt;text&gt;.</source>
        <translation>Den Text &lt;Text&gt; analysieren.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Write the token map to &lt;file&gt; (PNG, SVG or PDF) and quit; no window is shown.</source>
        <translation>Die Token-Karte in die &lt;Datei&gt; (PNG, SVG oder PDF) schreiben und beenden, ohne Fenster.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Write token map (PNG, SVG) and trace (JSON) to the --out folder and quit.</source>
        <translation>Token-Karte (PNG, SVG) und Trace (JSON) in den Ordner von --out schreiben und beenden.</translation>
    </message>
    <message>
        <source>Folder that --headless writes to.</source>
        <translation>Ordner, in den --headless schreibt.</translation>
    </message>
    <message>
        <source>Speak &lt;language&gt; (%1) instead of the system&apos;s.</source>
        <translation>Die &lt;Sprache&gt; (%1) statt der des Systems verwenden.</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>“%1” is no option; a text is given with --text, a model with --model</source>
        <translation>„%1“ ist keine Option; einen Text gibt man mit --text an, ein Modell mit --model</translation>
    </message>
    <message>
        <source>there is no translation into “%1”; choose one of: %2</source>
        <translation>eine Übersetzung in „%1“ gibt es nicht; zur Wahl stehen: %2</translation>
    </message>
    <message>
        <source>see adaplens --help</source>
        <translation>siehe adaplens --help</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>AdapLens</source>
        <translation>AdapLens</translation>
    </message>
    <message>
        <source>no model is open</source>
        <translation>kein Modell ist geöffnet</translation>
    </message>
    <message>
        <source>This copy of AdapLens has no embedded model. Open the folder of a model with Model ▸ Open model folder, or drop it here.</source>
        <translation>Diese Ausgabe von AdapLens hat kein eingebautes Modell. Öffnen Sie den Ordner eines Modells mit Modell ▸ Modellordner öffnen, oder ziehen Sie ihn hierher.</translation>
    </message>
    <message>
        <source>opening %1…</source>
        <translation>%1 wird geöffnet …</translation>
    </message>
    <message>
        <source>%1 — AdapLens</source>
        <translation>%1 — AdapLens</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Drop one file or folder of this computer: a text file, or the folder of a model.</source>
        <translation>Ziehen Sie eine Datei oder einen Ordner dieses Rechners hierher: eine Textdatei oder den Ordner eines Modells.</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <source>&amp;Open model folder…</source>
        <translation>Modellordner &amp;öffnen …</translation>
    </message>
    <message>
        <source>&amp;Embedded model</source>
        <translation>&amp;Eingebautes Modell</translation>
    </message>
    <message>
        <source>&amp;Recent models</source>
        <translation>&amp;Letzte Modelle</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>&amp;Beispiele</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xport</translation>
    </message>
    <message>
        <source>&amp;Figure (PNG, SVG, PDF)…</source>
        <translation>&amp;Abbildung (PNG, SVG, PDF) …</translation>
    </message>
    <message>
        <source>PNG picture (*.png);;SVG drawing (*.svg);;PDF document (*.pdf)</source>
        <translation>PNG-Bild (*.png);;SVG-Zeichnung (*.svg);;PDF-Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Trace as &amp;JSON…</source>
        <translation>Trace als &amp;JSON …</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Trace as &amp;CSV…</source>
        <translation>Trace als &amp;CSV …</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Larger type</source>
        <translation>&amp;Größere Schrift</translation>
    </message>
    <message>
        <source>&amp;Smaller type</source>
        <translation>&amp;Kleinere Schrift</translation>
    </message>
    <message>
        <source>&amp;Normal type</source>
        <translation>&amp;Normale Schrift</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Reset panels</source>
        <translation>Felder &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;How to read this</source>
        <translation>&amp;Wie man das liest</translation>
    </message>
    <message>
        <source>&amp;About AdapLens</source>
        <translation>Ü&amp;ber AdapLens</translation>
    </message>
    <message>
        <source>Open model folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Dismiss the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Inspect</source>
        <translation>Einblick</translation>
    </message>
</context>
<context>
    <name>PlotBase</name>
    <message>
        <source>Nothing to plot yet.</source>
        <translation>Noch nichts darzustellen.</translation>
    </message>
</context>
<context>
    <name>Popover</name>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
</context>
<context>
    <name>PredictionView</name>
    <message>
        <source>class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>this model drops nothing</source>
        <translation>dieses Modell entfernt nichts</translation>
    </message>
    <message>
        <source>dropping changes the answer: %1 without, %2 with</source>
        <translation>Entfernen ändert die Antwort: %1 ohne, %2 mit</translation>
    </message>
    <message>
        <source>same answer with and without dropping</source>
        <translation>dieselbe Antwort mit und ohne Entfernen</translation>
    </message>
    <message>
        <source>plain: fine-tuned twin, same backbone, nothing dropped</source>
        <translation>einfach: trainierter Zwilling, gleiches Grundmodell, nichts entfernt</translation>
    </message>
    <message>
        <source>plain: the same weights, nothing dropped</source>
        <translation>einfach: dieselben Gewichte, nichts entfernt</translation>
    </message>
    <message>
        <source>no prediction yet</source>
        <translation>noch keine Vorhersage</translation>
    </message>
    <message>
        <source>%1 reduced</source>
        <translation>%1 reduziert</translation>
    </message>
    <message>
        <source>%1 plain</source>
        <translation>%1 einfach</translation>
    </message>
    <message>
        <source>probability %1, logit %2</source>
        <translation>Wahrscheinlichkeit %1, Logit %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: reduced %2; plain %3</source>
        <translation>%1: reduziert %2; einfach %3</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>Working</source>
        <translation>Rechnet</translation>
    </message>
</context>
<context>
    <name>ScorePlot</name>
    <message>
        <source>Scores entering the selected layer</source>
        <translation>Scores vor der gewählten Schicht</translation>
    </message>
    <message>
        <source>scores entering layer %1, × uniform; bars under the line are dropped</source>
        <translation>Scores vor Schicht %1, × Gleichverteilung; was unter der Linie liegt, wird entfernt</translation>
    </message>
    <message>
        <source>scores at layer %1, × uniform; this model drops nothing</source>
        <translation>Scores in Schicht %1, × Gleichverteilung; dieses Modell entfernt nichts</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwellenwert</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>gleich</translation>
    </message>
</context>
<context>
    <name>TextFile</name>
    <message>
        <source>“%1” cannot be read: %2. Check that the file exists and is yours to read.</source>
        <translation>„%1“ ist nicht lesbar: %2. Prüfen Sie, ob es die Datei gibt und ob Sie sie lesen dürfen.</translation>
    </message>
    <message>
        <source>“%1” is not a text file; drop a plain text in UTF-8, or the folder of a model.</source>
        <translation>„%1“ ist keine Textdatei; ziehen Sie einen reinen Text in UTF-8 oder den Ordner eines Modells hierher.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” is long (%2); its first %n characters were taken.</source>
        <translation>
            <numerusform>„%1“ ist lang (%2); das erste Zeichen wurde übernommen.</numerusform>
            <numerusform>„%1“ ist lang (%2); die ersten %n Zeichen wurden übernommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in “%1” are not UTF-8 and are shown as �; save the file as UTF-8 to see them.</source>
        <translation>
            <numerusform>%n Stelle in „%1“ ist kein UTF-8 und wird als � gezeigt; speichern Sie die Datei als UTF-8, um sie zu sehen.</numerusform>
            <numerusform>%n Stellen in „%1“ sind kein UTF-8 und werden als � gezeigt; speichern Sie die Datei als UTF-8, um sie zu sehen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TokenMapControls</name>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Wortstücke</translation>
    </message>
    <message>
        <source>Columns of the token map</source>
        <translation>Spalten der Token-Karte</translation>
    </message>
    <message>
        <source>One column for each word of the text</source>
        <translation>Eine Spalte für jedes Wort des Textes</translation>
    </message>
    <message>
        <source>One column for each word piece the model reads</source>
        <translation>Eine Spalte für jedes Wortstück, das das Modell liest</translation>
    </message>
    <message>
        <source>Relative</source>
        <translation>Relativ</translation>
    </message>
    <message>
        <source>Absolute</source>
        <translation>Absolut</translation>
    </message>
    <message>
        <source>Colours of the token map</source>
        <translation>Farben der Token-Karte</translation>
    </message>
    <message>
        <source>Colour = score against the uniform level 1/n, from ⅛ to 8 times</source>
        <translation>Farbe = Score gegen die Gleichverteilung 1/n, vom ⅛- bis zum 8-Fachen</translation>
    </message>
    <message>
        <source>Colour = the score itself, from 0.001 to 1</source>
        <translation>Farbe = der Score selbst, von 0,001 bis 1</translation>
    </message>
</context>
<context>
    <name>TokenMapModel</name>
    <message>
        <source>attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>saliency</source>
        <translation>Salienz</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>%1  δ %2/n</source>
        <translation>%1  δ %2/n</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>from [CLS]</source>
        <translation>aus [CLS]</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>dropped here</source>
        <translation>hier entfernt</translation>
    </message>
    <message>
        <source>%1 of %2 pieces dropped here</source>
        <translation>%1 von %2 Wortstücken hier entfernt</translation>
    </message>
    <message>
        <source>kept, %1 of %2 pieces gone</source>
        <translation>behalten, %1 von %2 Wortstücken weg</translation>
    </message>
    <message>
        <source>kept ([CLS] always is)</source>
        <translation>behalten (wie [CLS] immer)</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>“%1” · entering layer %2</source>
        <translation>„%1“ · vor Schicht %2</translation>
    </message>
    <message>
        <source>[UNK]: not in the model&apos;s vocabulary</source>
        <translation>[UNK]: nicht im Vokabular des Modells</translation>
    </message>
    <message>
        <source>“%1” is not in the model&apos;s vocabulary</source>
        <translation>„%1“ ist nicht im Vokabular des Modells</translation>
    </message>
    <message>
        <source>gone: dropped at layer %1</source>
        <translation>weg: in Schicht %1 entfernt</translation>
    </message>
    <message>
        <source>%1 %2 (%3 uniform)</source>
        <translation>%1 %2 (%3 Gleichverteilung)</translation>
    </message>
    <message>
        <source>before rescaling by θ: %1</source>
        <translation>vor der Skalierung mit θ: %1</translation>
    </message>
    <message>
        <source>this model drops nothing</source>
        <translation>dieses Modell entfernt nichts</translation>
    </message>
    <message>
        <source>threshold %1 for each piece</source>
        <translation>Schwellenwert %1 je Wortstück</translation>
    </message>
    <message>
        <source>threshold %1</source>
        <translation>Schwellenwert %1</translation>
    </message>
    <message>
        <source>reaches the prediction</source>
        <translation>erreicht die Vorhersage</translation>
    </message>
    <message>
        <source>dropped later: layer %1</source>
        <translation>später entfernt: Schicht %1</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>dropped at layer %1</source>
        <translation>entfernt in Schicht %1</translation>
    </message>
    <message>
        <source>entering: %1</source>
        <translation>davor: %1</translation>
    </message>
    <message>
        <source>kept: %1</source>
        <translation>behalten: %1</translation>
    </message>
    <message>
        <source>[CLS] always stays; the others if their score is at least δ = %1/%2 = %3</source>
        <translation>[CLS] bleibt immer; die anderen, wenn ihr Score mindestens δ = %1/%2 = %3 ist</translation>
    </message>
    <message>
        <source>%1, layer %2</source>
        <translation>%1, Schicht %2</translation>
    </message>
    <message>
        <source>%1: gone, dropped at layer %2.</source>
        <translation>%1: weg, in Schicht %2 entfernt.</translation>
    </message>
    <message>
        <source>%1: %2 %3, %4 times uniform</source>
        <translation>%1: %2 %3, %4 mal Gleichverteilung</translation>
    </message>
    <message>
        <source>%1; this model drops nothing.</source>
        <translation>%1; dieses Modell entfernt nichts.</translation>
    </message>
    <message>
        <source>%1, threshold %2, %3</source>
        <translation>%1, Schwellenwert %2, %3</translation>
    </message>
    <message>
        <source>%1, reaches the prediction.</source>
        <translation>%1, erreicht die Vorhersage.</translation>
    </message>
    <message>
        <source>%1, dropped later at layer %2.</source>
        <translation>%1, später in Schicht %2 entfernt.</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>This model drops nothing: every token reaches the prediction.</source>
        <translation>Dieses Modell entfernt nichts: Jedes Token erreicht die Vorhersage.</translation>
    </message>
    <message>
        <source>some pieces dropped</source>
        <translation>einige Wortstücke entfernt</translation>
    </message>
    <message>
        <source>gone, no longer scored</source>
        <translation>weg, nicht mehr bewertet</translation>
    </message>
    <message>
        <source>reached the prediction</source>
        <translation>erreichte die Vorhersage</translation>
    </message>
    <message>
        <source>⅛×</source>
        <translation>⅛×</translation>
    </message>
    <message>
        <source>uniform 1/n</source>
        <translation>gleich 1/n</translation>
    </message>
    <message>
        <source>8×</source>
        <translation>8×</translation>
    </message>
    <message>
        <source>threshold δ, layer %1</source>
        <translation>Schwellenwert δ, Schicht %1</translation>
    </message>
    <message>
        <source>Embedding</source>
        <translation>Einbettung</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
</context>
<context>
    <name>TokenMapView</name>
    <message>
        <source>Token map</source>
        <translation>Token-Karte</translation>
    </message>
    <message>
        <source>word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>piece</source>
        <translation>Wortstück</translation>
    </message>
    <message>
        <source>contribution of each %1 entering each layer, against the uniform level 1/n</source>
        <translation>Beitrag je %1 vor jeder Schicht, gegen die Gleichverteilung 1/n</translation>
    </message>
    <message>
        <source>contribution of each %1 entering each layer; a layer&apos;s scores sum to 1</source>
        <translation>Beitrag je %1 vor jeder Schicht; die Scores einer Schicht ergeben zusammen 1</translation>
    </message>
    <message>
        <source>attention to</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>saliency of</source>
        <translation>Salienz</translation>
    </message>
    <message>
        <source>%1 each %2 at each layer, against the uniform level 1/n; nothing is dropped</source>
        <translation>%1 je %2 in jeder Schicht, gegen die Gleichverteilung 1/n; nichts wird entfernt</translation>
    </message>
    <message>
        <source>%1 each %2 at each layer; nothing is dropped</source>
        <translation>%1 je %2 in jeder Schicht; nichts wird entfernt</translation>
    </message>
    <message>
        <source>Type a text, and its words appear here, layer by layer.</source>
        <translation>Geben Sie einen Text ein; seine Wörter erscheinen hier, Schicht für Schicht.</translation>
    </message>
</context>
<context>
    <name>TokenTextArea</name>
    <message>
        <source>Text, as far as it is left after the selected layer</source>
        <translation>Text, soweit er nach der gewählten Schicht übrig ist</translation>
    </message>
    <message>
        <source>Part %1 of %2 of the text; the grey words are not read in it.</source>
        <translation>Teil %1 von %2 des Textes; die grauen Wörter werden darin nicht gelesen.</translation>
    </message>
    <message>
        <source>The grey end, %1, is not read: the model takes %2 pieces at most.</source>
        <translation>Das graue Ende, %1, wird nicht gelesen: Das Modell nimmt höchstens %2 Wortstücke.</translation>
    </message>
    <message>
        <source>%1 more characters are not shown.</source>
        <translation>Weitere %1 Zeichen werden nicht gezeigt.</translation>
    </message>
    <message>
        <source>Your text appears here, word by word as the layers drop it.</source>
        <translation>Ihr Text erscheint hier, Wort für Wort, wie die Schichten ihn entfernen.</translation>
    </message>
</context>
<context>
    <name>TokenTextView</name>
    <message>
        <source>This model drops nothing: every word is read by every layer</source>
        <translation>Dieses Modell entfernt nichts: Jede Schicht liest jedes Wort</translation>
    </message>
    <message>
        <source>What is still alive after layer %1 — each word fades where it is dropped</source>
        <translation>Was nach Schicht %1 noch da ist – jedes Wort verblasst, wo es entfernt wird</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>trained on %1</source>
        <translation>trainiert auf %1</translation>
    </message>
    <message numerus="yes">
        <source>%n classes</source>
        <translation>
            <numerusform>%n Klasse</numerusform>
            <numerusform>%n Klassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>up to %n pieces</source>
        <translation>
            <numerusform>bis zu %n Wortstück</numerusform>
            <numerusform>bis zu %n Wortstücke</numerusform>
        </translation>
    </message>
    <message>
        <source>reads two texts</source>
        <translation>liest zwei Texte</translation>
    </message>
    <message>
        <source>a plain model: drops nothing</source>
        <translation>ein einfaches Modell: entfernt nichts</translation>
    </message>
    <message numerus="yes">
        <source>AdapLeR, %n layer(s)</source>
        <translation>
            <numerusform>AdapLeR, %n Schicht</numerusform>
            <numerusform>AdapLeR, %n Schichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>BERT, %n layer(s)</source>
        <translation>
            <numerusform>BERT, %n Schicht</numerusform>
            <numerusform>BERT, %n Schichten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>WindowSwitcher</name>
    <message>
        <source>Part before this one (Ctrl+Page Up)</source>
        <translation>Teil davor (Strg+Bild auf)</translation>
    </message>
    <message>
        <source>Previous part of the text</source>
        <translation>Voriger Teil des Textes</translation>
    </message>
    <message>
        <source>Part after this one (Ctrl+Page Down)</source>
        <translation>Teil danach (Strg+Bild ab)</translation>
    </message>
    <message>
        <source>Next part of the text</source>
        <translation>Nächster Teil des Textes</translation>
    </message>
    <message>
        <source>The text is longer than the model reads at once; it is shown in parts.</source>
        <translation>Der Text ist länger, als das Modell auf einmal liest; er wird in Teilen gezeigt.</translation>
    </message>
    <message>
        <source>part %1 of %2</source>
        <translation>Teil %1 von %2</translation>
    </message>
</context>
<context>
    <name>WordView</name>
    <message>
        <source>Selected word</source>
        <translation>Gewähltes Wort</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>partly</source>
        <translation>teilweise</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
    <message>
        <source>layer %1: gone</source>
        <translation>Schicht %1: weg</translation>
    </message>
    <message>
        <source>layer %1: score %2, %3 uniform</source>
        <translation>Schicht %1: Score %2, %3 Gleichverteilung</translation>
    </message>
    <message>
        <source>, threshold %1 a piece, %2</source>
        <translation>, Schwellenwert %1 je Wortstück, %2</translation>
    </message>
    <message>
        <source>select a word in the text or the map</source>
        <translation>ein Wort im Text oder in der Karte wählen</translation>
    </message>
    <message>
        <source>no text yet</source>
        <translation>noch kein Text</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>%1 uniform</source>
        <translation>%1 gleich</translation>
    </message>
</context>
</TS>
