<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
<context>
    <name>About</name>
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
    <message>
        <source>&lt;p&gt;AdapLens is free software under the GNU General Public License, version 3 or later, without any warranty.&lt;/p&gt;&lt;p&gt;It is built on: Qt (LGPL 3), LibTorch (BSD 3-clause), QCustomPlot (GPL 3), ICU (Unicode licence), nlohmann/json and CLI11 (MIT and BSD 3-clause).&lt;/p&gt;&lt;p&gt;The methods that drop words are AdapLeR (Modarressi, Mohebbi, Pilehvar, ACL 2022), PoWER-BERT (Goyal and others, ICML 2020) and TR-BERT (Ye and others, NAACL 2021).&lt;/p&gt;</source>
        <translation>&lt;p&gt;AdapLens ist freie Software unter der GNU General Public License, Version 3 oder neuer, ohne jede Gewähr.&lt;/p&gt;&lt;p&gt;Es beruht auf: Qt (LGPL 3), LibTorch (BSD 3-clause), QCustomPlot (GPL 3), ICU (Unicode-Lizenz), nlohmann/json und CLI11 (MIT und BSD 3-clause).&lt;/p&gt;&lt;p&gt;Die Verfahren, die Wörter entfernen, sind AdapLeR (Modarressi, Mohebbi, Pilehvar, ACL 2022), PoWER-BERT (Goyal und andere, ICML 2020) und TR-BERT (Ye und andere, NAACL 2021).&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>Agreement</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>average precision: higher is better</source>
        <translation>Average Precision: höher ist besser</translation>
    </message>
    <message>
        <source>area under the precision-recall curve, by trapezoids: higher is better</source>
        <translation>Fläche unter der Precision-Recall-Kurve, mit Trapezen: höher ist besser</translation>
    </message>
    <message>
        <source>area under the ROC curve: higher is better, 0.5 is chance</source>
        <translation>Fläche unter der ROC-Kurve: höher ist besser, 0,5 ist Zufall</translation>
    </message>
    <message>
        <source>false positive rate: lower is better, but says little without the share selected</source>
        <translation>Falsch-positiv-Rate: niedriger ist besser, sagt aber wenig ohne den ausgewählten Anteil</translation>
    </message>
    <message>
        <source>true positive rate, or recall: higher is better, but selecting more raises it</source>
        <translation>Richtig-positiv-Rate oder Recall: höher ist besser, doch wer mehr auswählt, hebt sie</translation>
    </message>
    <message>
        <source>share of the tokens selected: neither good nor bad, what FPR and TPR are to be read with</source>
        <translation>Anteil der ausgewählten Token: weder gut noch schlecht, mit ihm sind FPR und TPR zu lesen</translation>
    </message>
    <message>
        <source>marked share of all selected tokens: higher is better</source>
        <translation>markierter Anteil aller ausgewählten Token: höher ist besser</translation>
    </message>
    <message>
        <source>selected share of all marked tokens: higher is better</source>
        <translation>ausgewählter Anteil aller markierten Token: höher ist besser</translation>
    </message>
    <message>
        <source>F1 over all tokens: higher is better</source>
        <translation>F1 über alle Token: höher ist besser</translation>
    </message>
    <message>
        <source>mean F1 of the texts: higher is better</source>
        <translation>mittleres F1 der Texte: höher ist besser</translation>
    </message>
    <message>
        <source>F1 of spans that overlap by half: higher is better</source>
        <translation>F1 der Stellen, die sich zur Hälfte überdecken: höher ist besser</translation>
    </message>
    <message>
        <source>fall of the probability without the best 20 % of the words: higher is better</source>
        <translation>Rückgang der Wahrscheinlichkeit ohne die besten 20 % der Wörter: höher ist besser</translation>
    </message>
    <message>
        <source>fall of the probability with only the best 20 % of the words: lower is better</source>
        <translation>Rückgang der Wahrscheinlichkeit mit nur den besten 20 % der Wörter: niedriger ist besser</translation>
    </message>
    <message>
        <source>fall of the probability without the best words, mean of five shares: higher is better</source>
        <translation>Rückgang der Wahrscheinlichkeit ohne die besten Wörter, Mittel von fünf Anteilen: höher ist besser</translation>
    </message>
    <message>
        <source>fall of the probability with only the best words, mean of five shares: lower is better</source>
        <translation>Rückgang der Wahrscheinlichkeit mit nur den besten Wörtern, Mittel von fünf Anteilen: niedriger ist besser</translation>
    </message>
    <message>
        <source>≥ 1/n (uniform)</source>
        <translation>≥ 1/n (gleich)</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>die des Modells</translation>
    </message>
    <message>
        <source>best %1</source>
        <translation>beste %1</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 interval %2</source>
        <translation>%1-Intervall %2</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>the interval of the difference leaves out zero</source>
        <translation>das Intervall des Unterschieds schließt null aus</translation>
    </message>
    <message>
        <source>the interval of the difference holds zero</source>
        <translation>das Intervall des Unterschieds enthält null</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>documents, words</source>
        <translation>Dokumente, Wörter</translation>
    </message>
    <message>
        <source>predicted class</source>
        <translation>vorhergesagte Klasse</translation>
    </message>
    <message>
        <source>last score seen</source>
        <translation>zuletzt gesehener Score</translation>
    </message>
    <message>
        <source>n = %1, one score a word</source>
        <translation>n = %1, ein Score je Wort</translation>
    </message>
    <message>
        <source>n = %1 of %2, one score a piece</source>
        <translation>n = %1 (%2), ein Score je Wortstück</translation>
    </message>
    <message>
        <source>base rate %1</source>
        <translation>Basisrate %1</translation>
    </message>
    <message>
        <source>selection %1</source>
        <translation>Auswahl %1</translation>
    </message>
    <message>
        <source>attention and gradients from the plain twin</source>
        <translation>Aufmerksamkeit und Gradienten vom einfachen Zwilling</translation>
    </message>
    <message>
        <source>gold class</source>
        <translation>Gold-Klasse</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>spans longer than a window: %1</source>
        <translation>Stellen, die länger als ein Fenster sind: %1</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>chance</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>base rate</source>
        <translation>Basisrate</translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s)</source>
        <translation>
            <numerusform>%Ln Dokument</numerusform>
            <numerusform>%Ln Dokumente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln window(s)</source>
        <translation>
            <numerusform>%Ln Fenster</numerusform>
            <numerusform>%Ln Fenster</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n Thread</numerusform>
            <numerusform>%n Threads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln window(s) without a rationale left out</source>
        <translation>
            <numerusform>%Ln Fenster ohne Markierung weggelassen</numerusform>
            <numerusform>%Ln Fenster ohne Markierung weggelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) without a rationale left out</source>
        <translation>
            <numerusform>%Ln Dokument ohne Markierung weggelassen</numerusform>
            <numerusform>%Ln Dokumente ohne Markierung weggelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln window(s) with everything marked left out</source>
        <translation>
            <numerusform>%Ln ganz markiertes Fenster weggelassen</numerusform>
            <numerusform>%Ln ganz markierte Fenster weggelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln document(s) with everything marked left out</source>
        <translation>
            <numerusform>%Ln ganz markiertes Dokument weggelassen</numerusform>
            <numerusform>%Ln ganz markierte Dokumente weggelassen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln document(s)</source>
        <translation>
            <numerusform>%1 von %Ln Dokument</numerusform>
            <numerusform>%1 von %Ln Dokumenten</numerusform>
        </translation>
    </message>
    <message>
        <source>false positive rate where every method selects as many tokens as the model&apos;s own scores: lower is better</source>
        <translation>Falsch-positiv-Rate, wenn jede Methode so viele Token auswählt wie die Scores des Modells selbst: niedriger ist besser</translation>
    </message>
    <message>
        <source>marked share of the best tokens, as many as the model&apos;s own scores select: higher is better</source>
        <translation>markierter Anteil der besten Token, so viele wie die Scores des Modells selbst auswählen: höher ist besser</translation>
    </message>
    <message>
        <source>P at equal size</source>
        <translation>P, gleich viele</translation>
    </message>
    <message>
        <source>%1 minus this: %2%3 (%4)</source>
        <translation>%1 minus dies: %2%3 (%4)</translation>
    </message>
    <message>
        <source>scores before rescaling</source>
        <translation>Scores vor der Umrechnung</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>%1-Gewichte</translation>
    </message>
    <message>
        <source>%1 of dropped tokens = 0</source>
        <translation>%1 entfernter Token = 0</translation>
    </message>
    <message>
        <source>%1 of dropped tokens as last seen</source>
        <translation>%1 entfernter Token wie zuletzt gesehen</translation>
    </message>
    <message>
        <source>%1 before rescaling</source>
        <translation>%1 vor der Umrechnung</translation>
    </message>
    <message>
        <source>attention and gradients from the %1 weights, nothing dropped</source>
        <translation>Aufmerksamkeit und Gradienten von den %1-Gewichten, nichts entfernt</translation>
    </message>
    <message>
        <source>attention and gradients from the plain model</source>
        <translation>Aufmerksamkeit und Gradienten vom einfachen Modell</translation>
    </message>
    <message>
        <source>accuracy %1, without dropping %2</source>
        <translation>Genauigkeit %1, ohne Entfernen %2</translation>
    </message>
    <message>
        <source>accuracy %1</source>
        <translation>Genauigkeit %1</translation>
    </message>
    <message>
        <source>%1 fewer operations</source>
        <translation>%1 weniger Rechenschritte</translation>
    </message>
    <message numerus="yes">
        <source>%1 with every window padded to the longest, %n piece(s), as many published tables count</source>
        <translation>
            <numerusform>%1 mit jedem Fenster auf das längste aufgefüllt, %n Wortstück, wie viele veröffentlichte Tabellen zählen</numerusform>
            <numerusform>%1 mit jedem Fenster auf das längste aufgefüllt, %n Wortstücke, wie viele veröffentlichte Tabellen zählen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AgreementControls</name>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>Dropped tokens</source>
        <translation>Entfernte Token</translation>
    </message>
    <message>
        <source>Attention and gradients from</source>
        <translation>Aufmerksamkeit und Gradienten von</translation>
    </message>
    <message>
        <source>Faithfulness</source>
        <translation>Treue zum Modell</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>Gradients and probabilities of the class that the data set gives</source>
        <translation>Gradienten und Wahrscheinlichkeiten der Klasse, die der Datensatz angibt</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>Gradients and probabilities of the class that the model gives</source>
        <translation>Gradienten und Wahrscheinlichkeiten der Klasse, die das Modell angibt</translation>
    </message>
    <message>
        <source>≥ 1/n (uniform)</source>
        <translation>≥ 1/n (gleich)</translation>
    </message>
    <message>
        <source>A token is selected if its score is at least the uniform level; the same rule for every method</source>
        <translation>Ein Token ist ausgewählt, wenn sein Score mindestens die Gleichverteilung erreicht; dieselbe Regel für jede Methode</translation>
    </message>
    <message>
        <source>the model&apos;s own</source>
        <translation>die des Modells</translation>
    </message>
    <message>
        <source>What the model keeps at the layer; the other methods select as many</source>
        <translation>Was das Modell in der Schicht behält; die anderen Methoden wählen ebenso viele aus</translation>
    </message>
    <message>
        <source>best k</source>
        <translation>beste k</translation>
    </message>
    <message>
        <source>The k tokens with the highest scores</source>
        <translation>Die k Token mit den höchsten Scores</translation>
    </message>
    <message>
        <source>best p %</source>
        <translation>beste p %</translation>
    </message>
    <message>
        <source>The p % of the tokens with the highest scores</source>
        <translation>Die p % der Token mit den höchsten Scores</translation>
    </message>
    <message>
        <source>windows, pieces</source>
        <translation>Fenster, Wortstücke</translation>
    </message>
    <message>
        <source>As in the AdapLeR paper: windows as long as the model reads, one score a word piece</source>
        <translation>Wie im AdapLeR-Artikel: Fenster, so lang wie das Modell liest, ein Score je Wortstück</translation>
    </message>
    <message>
        <source>documents, words</source>
        <translation>Dokumente, Wörter</translation>
    </message>
    <message>
        <source>As in ERASER: whole documents, one score a word between blanks</source>
        <translation>Wie in ERASER: ganze Dokumente, ein Score je Wort zwischen Leerzeichen</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>How many tokens, or per cent of them, are selected</source>
        <translation>Wie viele Token oder wie viel Prozent davon ausgewählt werden</translation>
    </message>
    <message>
        <source>score 0</source>
        <translation>Score 0</translation>
    </message>
    <message>
        <source>last score seen</source>
        <translation>zuletzt gesehener Score</translation>
    </message>
    <message>
        <source>A dropped token keeps the score it had where it was dropped</source>
        <translation>Ein entferntes Token behält den Score, den es hatte, als es entfernt wurde</translation>
    </message>
    <message>
        <source>plain twin</source>
        <translation>einfacher Zwilling</translation>
    </message>
    <message>
        <source>The same network, fine-tuned without dropping</source>
        <translation>Dasselbe Netz, ohne Entfernen trainiert</translation>
    </message>
    <message>
        <source>Also comprehensiveness and sufficiency. Slow: ten more passes a method and layer</source>
        <translation>Auch Comprehensiveness und Sufficiency. Langsam: zehn weitere Durchläufe je Methode und Schicht</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>Read only the first documents of the set</source>
        <translation>Nur die ersten Dokumente der Menge lesen</translation>
    </message>
    <message>
        <source>Of the random scores and of the intervals</source>
        <translation>Der zufälligen Scores und der Intervalle</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Dokumente</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n Dokument</numerusform>
            <numerusform>%n Dokumente</numerusform>
        </translation>
    </message>
    <message>
        <source>This set has no splits</source>
        <translation>Diese Menge hat keine Teile</translation>
    </message>
    <message>
        <source>Measure on other data</source>
        <translation>An anderen Daten messen</translation>
    </message>
    <message>
        <source>Measure another model</source>
        <translation>Ein anderes Modell messen</translation>
    </message>
    <message>
        <source>Scores before rescaling</source>
        <translation>Scores vor der Umrechnung</translation>
    </message>
    <message>
        <source>A token that a layer has dropped scores 0 from then on</source>
        <translation>Ein Token, das eine Schicht entfernt hat, hat von da an den Score 0</translation>
    </message>
    <message>
        <source>AdapLeR: rank by the predictor&apos;s own softmax instead of the score that the threshold is compared with</source>
        <translation>AdapLeR: nach dem Softmax des Schätzers selbst ordnen statt nach dem Score, mit dem der Schwellenwert verglichen wird</translation>
    </message>
    <message>
        <source>%1 weights</source>
        <translation>%1-Gewichte</translation>
    </message>
    <message>
        <source>its own weights</source>
        <translation>eigene Gewichte</translation>
    </message>
    <message>
        <source>The model itself (%1), with nothing dropped</source>
        <translation>Das Modell selbst (%1), nichts entfernt</translation>
    </message>
</context>
<context>
    <name>AgreementFigure</name>
    <message>
        <source>Agreement with human rationales: %1</source>
        <translation>Übereinstimmung mit menschlichen Begründungen: %1</translation>
    </message>
    <message>
        <source>Partial result · %1</source>
        <translation>Teilergebnis · %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>AgreementLegend</name>
    <message>
        <source>base rate: the marked share</source>
        <translation>Basisrate: der markierte Anteil</translation>
    </message>
    <message>
        <source>%1 interval</source>
        <translation>%1-Intervall</translation>
    </message>
    <message>
        <source>Legend: %1</source>
        <translation>Legende: %1</translation>
    </message>
</context>
<context>
    <name>AgreementPlot</name>
    <message>
        <source>%1 over the layers</source>
        <translation>%1 über die Schichten</translation>
    </message>
    <message>
        <source>%1 was not measured in this run.</source>
        <translation>%1 wurde in diesem Lauf nicht gemessen.</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1, layer %2</source>
        <translation>%1, Schicht %2</translation>
    </message>
    <message>
        <source>No run yet: the curves appear here while the data is read.</source>
        <translation>Noch kein Lauf: Die Kurven erscheinen hier, während die Daten gelesen werden.</translation>
    </message>
</context>
<context>
    <name>AgreementTable</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>from: %1</source>
        <translation>von: %1</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>%1, layer %2</source>
        <translation>%1, Schicht %2</translation>
    </message>
    <message>
        <source>%1, mean over layers</source>
        <translation>%1, Mittel über die Schichten</translation>
    </message>
    <message>
        <source>%1, %2: %3 %4</source>
        <translation>%1, %2: %3 %4</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Agreement of each method with the human rationales</source>
        <translation>Übereinstimmung jeder Methode mit den menschlichen Begründungen</translation>
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
        <translation>Token nach jeder Schicht: je weniger, desto sparsamer</translation>
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
    <name>Animation</name>
    <message>
        <source>The text is too long for a GIF; export it as SVG, or a part of it.</source>
        <translation>Der Text ist zu lang für ein GIF; exportieren Sie ihn als SVG oder einen Teil davon.</translation>
    </message>
    <message>
        <source>%1: the name must end in .gif or .svg, which chooses the animation&apos;s format.</source>
        <translation>%1: Der Name muss auf .gif oder .svg enden; das bestimmt das Format der Animation.</translation>
    </message>
    <message>
        <source>%1: the name must end in .png.</source>
        <translation>%1: Der Name muss auf .png enden.</translation>
    </message>
    <message>
        <source>%1 is there already; choose another name, or remove it first.</source>
        <translation>%1 gibt es schon; wählen Sie einen anderen Namen oder entfernen Sie die Datei zuerst.</translation>
    </message>
</context>
<context>
    <name>AnnotateHelp</name>
    <message>
        <source>&lt;b&gt;Text and rationale&lt;/b&gt;&lt;p&gt;Mark the words that are the reason for the label: the &lt;i&gt;human rationale&lt;/i&gt;. Drag over words to mark them, over marked words to unmark them; a double click marks or unmarks one. Whole words are taken.&lt;/p&gt;&lt;p&gt;With the keyboard: the arrow keys move from word to word, with Shift they extend; M or Enter marks, Delete unmarks the selection or the whole span under the cursor. Ctrl+Z undoes, Ctrl+Shift+Z does again.&lt;/p&gt;&lt;p&gt;What is dragged at one go is one span. Spans that overlap become one, neighbours stay two.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Text und Begründung&lt;/b&gt;&lt;p&gt;Markieren Sie die Wörter, die der Grund für das Label sind: die &lt;i&gt;menschliche Begründung&lt;/i&gt;. Ziehen Sie über Wörter, um sie zu markieren, über markierte, um die Marke zu entfernen; ein Doppelklick wechselt die Marke eines Wortes. Es gelten immer ganze Wörter.&lt;/p&gt;&lt;p&gt;Mit der Tastatur: Die Pfeiltasten gehen von Wort zu Wort, mit Umschalt erweitern sie; M oder Eingabe markiert, Entf nimmt die Marke der Auswahl oder der ganzen Stelle unter der Schreibmarke weg. Strg+Z macht rückgängig, Strg+Umschalt+Z stellt wieder her.&lt;/p&gt;&lt;p&gt;Was auf einmal überstrichen wird, ist eine Stelle. Stellen, die sich überdecken, werden eine, benachbarte bleiben zwei.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Data set&lt;/b&gt;&lt;p&gt;Every text of the set, with its label (&lt;i&gt;gold&lt;/i&gt;) and, once the model has run, what it answers. Click on a column&apos;s title to sort; double-click a row, or press Enter, to open the text on the Inspect page.&lt;/p&gt;&lt;p&gt;&lt;b&gt;speed-up&lt;/b&gt; = operations of the plain model / operations with tokens dropped. &lt;b&gt;AP&lt;/b&gt; = average precision of the scores by which the model drops words, against the marked words, mean over the layers; a token that was dropped scores 0. Long texts are read in parts, and parts without a mark do not count.&lt;/p&gt;&lt;p&gt;The run has a model of its own: typing elsewhere does not stop it. Rows keep their places while figures come in and are sorted at the end.&lt;/p&gt;&lt;p&gt;Ctrl+F goes to the filter, Alt+Up and Alt+Down to the text before and after, Ctrl+S saves. Changes that are not saved are kept when the program ends, and are there again when it starts.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Datensatz&lt;/b&gt;&lt;p&gt;Jeder Text der Menge mit seinem Label (&lt;i&gt;Gold&lt;/i&gt;) und, sobald das Modell gelaufen ist, dessen Antwort. Ein Klick auf den Titel einer Spalte sortiert; ein Doppelklick auf eine Zeile oder die Eingabetaste öffnet den Text auf der Seite Einblick.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Ersparnis&lt;/b&gt; = Rechenschritte des einfachen Modells / Rechenschritte mit Entfernen. &lt;b&gt;AP&lt;/b&gt; = Average Precision der Scores, nach denen das Modell Wörter entfernt, gegen die markierten Wörter, Mittel über die Schichten; ein entferntes Token hat Score 0. Lange Texte werden in Teilen gelesen, und Teile ohne Marke zählen nicht.&lt;/p&gt;&lt;p&gt;Der Lauf hat ein eigenes Modell: Tippen an anderer Stelle hält ihn nicht an. Zeilen behalten ihren Platz, während Zahlen eintreffen, und werden am Ende sortiert.&lt;/p&gt;&lt;p&gt;Strg+F führt zum Filter, Alt+Auf und Alt+Ab zum vorigen und nächsten Text, Strg+S speichert. Nicht gespeicherte Änderungen bleiben erhalten, wenn das Programm endet, und sind beim nächsten Start wieder da.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Agreement&lt;/b&gt;&lt;p&gt;How well each method&apos;s scores find the marked words, by word pieces of the first text; [CLS] and [SEP] do not count. If a text is longer than the model reads, it is about the part shown.&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;AP = Σ&lt;sub&gt;k&lt;/sub&gt; ( R&lt;sub&gt;k&lt;/sub&gt; − R&lt;sub&gt;k−1&lt;/sub&gt; ) P&lt;sub&gt;k&lt;/sub&gt;&lt;/p&gt;&lt;p&gt;over the ranking by score, equal scores taken together. &lt;b&gt;precision@k&lt;/b&gt; and &lt;b&gt;recall@k&lt;/b&gt; are of the k best pieces, k = as many as the model&apos;s own scores select, so that all methods select equally many. &lt;b&gt;FPR&lt;/b&gt; = FP / (FP + TN) when each method selects what scores at least 1/n; a method that selects little has a low FPR for that reason alone, so the share &lt;b&gt;selected&lt;/b&gt; stands beside it.&lt;/p&gt;&lt;p&gt;The model&apos;s own scores are those by which it drops words, 0 for dropped tokens: contribution in AdapLeR, significance in PoWER-BERT, the probability to be kept in TR-BERT. Attention, rollout and saliency are of the plain twin, saliency of the class it predicts. The mean of layers is the mean of each layer&apos;s figure. Bold is the best of a column.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Übereinstimmung&lt;/b&gt;&lt;p&gt;Wie gut die Scores jeder Methode die markierten Wörter finden, nach Wortstücken des ersten Textes; [CLS] und [SEP] zählen nicht. Ist ein Text länger, als das Modell liest, geht es um den gezeigten Teil.&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;AP = Σ&lt;sub&gt;k&lt;/sub&gt; ( R&lt;sub&gt;k&lt;/sub&gt; − R&lt;sub&gt;k−1&lt;/sub&gt; ) P&lt;sub&gt;k&lt;/sub&gt;&lt;/p&gt;&lt;p&gt;über die Rangfolge nach Score, gleiche Scores zusammen. &lt;b&gt;Precision@k&lt;/b&gt; und &lt;b&gt;Recall@k&lt;/b&gt; gelten den k besten Wortstücken, k = so viele, wie die Scores des Modells selbst auswählen, damit alle Methoden gleich viele auswählen. &lt;b&gt;FPR&lt;/b&gt; = FP / (FP + TN), wenn jede Methode auswählt, was mindestens den Score 1/n hat; eine Methode, die wenig auswählt, hat allein darum eine niedrige FPR, deshalb steht der Anteil &lt;b&gt;ausgewählt&lt;/b&gt; daneben.&lt;/p&gt;&lt;p&gt;Die Scores des Modells selbst sind die, nach denen es Wörter entfernt, mit 0 für entfernte Token: Beitrag in AdapLeR, Bedeutsamkeit in PoWER-BERT, die Wahrscheinlichkeit zu bleiben in TR-BERT. Aufmerksamkeit, Rollout und Saliency sind vom einfachen Zwilling, Saliency für die Klasse, die er vorhersagt. Das Mittel der Schichten ist das Mittel der Zahlen jeder Schicht. Fett ist das Beste einer Spalte.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>AnnotatePage</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>no set is open</source>
        <translation>keine Menge ist geöffnet</translation>
    </message>
    <message>
        <source>%1 · not saved</source>
        <translation>%1 · nicht gespeichert</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Übereinstimmung</translation>
    </message>
    <message>
        <source>how well each method finds the marked words</source>
        <translation>wie gut jede Methode die Marken findet</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>&amp;File (JSONL, CSV, TSV, HateXplain)…</source>
        <translation>&amp;Datei (JSONL, CSV, TSV, HateXplain) …</translation>
    </message>
    <message>
        <source>&amp;ERASER folder…</source>
        <translation>&amp;ERASER-Ordner …</translation>
    </message>
    <message>
        <source>E&amp;xamples of the program</source>
        <translation>&amp;Beispiele des Programms</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open a data set; it can also be dropped here</source>
        <translation>Einen Datensatz öffnen; man kann ihn auch hierher ziehen</translation>
    </message>
    <message>
        <source>Save the changes (Ctrl+S)</source>
        <translation>Die Änderungen speichern (Strg+S)</translation>
    </message>
    <message>
        <source>&amp;JSONL file…</source>
        <translation>&amp;JSONL-Datei …</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern als</translation>
    </message>
    <message>
        <source>Text and rationale</source>
        <translation>Text und Begründung</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Undo the last change (Ctrl+Z)</source>
        <translation>Die letzte Änderung rückgängig machen (Strg+Z)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Do the change again (Ctrl+Shift+Z)</source>
        <translation>Die Änderung wiederherstellen (Strg+Umschalt+Z)</translation>
    </message>
    <message>
        <source>New text</source>
        <translation>Neuer Text</translation>
    </message>
    <message>
        <source>Add a text of your own (Ctrl+N)</source>
        <translation>Einen eigenen Text hinzufügen (Strg+N)</translation>
    </message>
    <message>
        <source>Delete text</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Take this text out of the set; Undo brings it back</source>
        <translation>Diesen Text aus der Menge nehmen; Rückgängig bringt ihn zurück</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>text %1 of %2 · drag over the words that are the reason for the label</source>
        <translation>Text %1 von %2 · Gründe überstreichen</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %Ln text(s), %2 with marks</source>
        <translation>
            <numerusform>%1 · %Ln Text, %2 mit Markierungen</numerusform>
            <numerusform>%1 · %Ln Texte, %2 mit Markierungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationFiles</name>
    <message>
        <source>Changes to “%1” that were not saved are here again.</source>
        <translation>Nicht gespeicherte Änderungen an „%1“ sind wieder da.</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>„%1“ hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard them and open</source>
        <translation>Verwerfen und öffnen</translation>
    </message>
    <message>
        <source>Which part of “%1”?</source>
        <translation>Welcher Teil von „%1“?</translation>
    </message>
    <message>
        <source>Open a data set</source>
        <translation>Datensatz öffnen</translation>
    </message>
    <message>
        <source>Data sets (*.jsonl *.ndjson *.json *.csv *.tsv);;All files (*)</source>
        <translation>Datensätze (*.jsonl *.ndjson *.json *.csv *.tsv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Open an ERASER folder</source>
        <translation>ERASER-Ordner öffnen</translation>
    </message>
    <message>
        <source>Save as an ERASER folder</source>
        <translation>Als ERASER-Ordner speichern</translation>
    </message>
    <message>
        <source>Save the annotations</source>
        <translation>Annotationen speichern</translation>
    </message>
    <message>
        <source>annotations</source>
        <translation>annotationen</translation>
    </message>
    <message>
        <source>JSON lines (*.jsonl)</source>
        <translation>JSON-Zeilen (*.jsonl)</translation>
    </message>
</context>
<context>
    <name>AnnotationModel</name>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>“%1” is none of the model&apos;s classes.</source>
        <translation>„%1“ ist keine der Klassen des Modells.</translation>
    </message>
    <message>
        <source>%1 with probability %2, by the model with tokens dropped</source>
        <translation>%1 mit Wahrscheinlichkeit %2, vom Modell mit Entfernen</translation>
    </message>
    <message>
        <source>operations of the plain model / of this one = %1</source>
        <translation>Rechenschritte des einfachen Modells / dieses Modells = %1</translation>
    </message>
    <message>
        <source>Nothing is marked in this text.</source>
        <translation>In diesem Text ist nichts markiert.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>gold</source>
        <translation>Gold</translation>
    </message>
    <message>
        <source>predicted</source>
        <translation>vorhergesagt</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>speed-up</source>
        <translation>Ersparnis</translation>
    </message>
    <message>
        <source>the beginning of the text; hover over it to read more</source>
        <translation>der Anfang des Textes; zeigen Sie darauf, um mehr zu lesen</translation>
    </message>
    <message>
        <source>the label that the data give</source>
        <translation>das Label, das die Daten angeben</translation>
    </message>
    <message>
        <source>the answer of the model with tokens dropped</source>
        <translation>die Antwort des Modells mit Entfernen</translation>
    </message>
    <message>
        <source>whether the two agree</source>
        <translation>ob beide übereinstimmen</translation>
    </message>
    <message>
        <source>operations of the plain model / operations with tokens dropped</source>
        <translation>Rechenschritte des einfachen Modells / Rechenschritte mit Entfernen</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n span(s) marked</source>
        <translation>
            <numerusform>%1 · %n Stelle markiert</numerusform>
            <numerusform>%1 · %n Stellen markiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>average precision %1: mean over the layers and over %2 of the %n part(s) of the text</source>
        <translation>
            <numerusform>Average Precision %1: Mittel über die Schichten und über %2 von %n Teil des Textes</numerusform>
            <numerusform>Average Precision %1: Mittel über die Schichten und über %2 der %n Teile des Textes</numerusform>
        </translation>
    </message>
    <message>
        <source>average precision %1: mean over the layers</source>
        <translation>Average Precision %1: Mittel über die Schichten</translation>
    </message>
    <message>
        <source>All is marked in this text.</source>
        <translation>In diesem Text ist alles markiert.</translation>
    </message>
    <message>
        <source>The model drops no words, so it has no scores to drop them by.</source>
        <translation>Das Modell entfernt keine Wörter und hat darum keine Scores dafür.</translation>
    </message>
    <message>
        <source>AP of %1</source>
        <translation>AP: %1</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>average precision, against the marked words, of the scores by which the model drops words (%1: %2), mean over the layers: 1 = every marked word scores above all others</source>
        <translation>Average Precision, gegen die markierten Wörter, der Scores, nach denen das Modell Wörter entfernt (%1: %2), Mittel über die Schichten: 1 = jedes markierte Wort hat einen höheren Score als alle anderen</translation>
    </message>
</context>
<context>
    <name>AnnotationSet</name>
    <message>
        <source>new text</source>
        <translation>neuer Text</translation>
    </message>
    <message>
        <source>delete text</source>
        <translation>Text löschen</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>markieren</translation>
    </message>
    <message>
        <source>unmark</source>
        <translation>Marke entfernen</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
</context>
<context>
    <name>AnnotationStore</name>
    <message>
        <source>Unsaved changes cannot be kept for a restart: %1</source>
        <translation>Nicht gespeicherte Änderungen können nicht für einen Neustart aufbewahrt werden: %1</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Only the first %1 texts were taken: the window holds at most %2 texts or %3 of text.</source>
        <translation>Nur die ersten %1 Texte wurden übernommen: Das Fenster fasst höchstens %2 Texte oder %3 Text.</translation>
    </message>
    <message>
        <source>Passed over: %1.</source>
        <translation>Übergangen: %1.</translation>
    </message>
    <message numerus="yes">
        <source>Bytes that are no UTF-8 were replaced in %n text(s).</source>
        <translation>
            <numerusform>In %n Text wurden Bytes ersetzt, die kein UTF-8 sind.</numerusform>
            <numerusform>In %n Texten wurden Bytes ersetzt, die kein UTF-8 sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnotationView</name>
    <message>
        <source>no label</source>
        <translation>kein Label</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>Markieren</translation>
    </message>
    <message>
        <source>Unmark</source>
        <translation>Marke entfernen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Write or paste the new text</source>
        <translation>Neuen Text schreiben oder einfügen</translation>
    </message>
    <message>
        <source>Mark the selected words (M or Enter)</source>
        <translation>Die gewählten Wörter markieren (M oder Eingabe)</translation>
    </message>
    <message>
        <source>Unmark the selected words, or the span under the cursor (Delete)</source>
        <translation>Die Marke der gewählten Wörter oder der Stelle unter der Schreibmarke entfernen (Entf)</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Add the text to the set (Ctrl+Enter)</source>
        <translation>Den Text zur Menge hinzufügen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>nothing is marked yet</source>
        <translation>noch nichts markiert</translation>
    </message>
    <message>
        <source>Label: %1</source>
        <translation>Label: %1</translation>
    </message>
    <message>
        <source>Second text: %1</source>
        <translation>Zweiter Text: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n span(s) marked</source>
        <translation>
            <numerusform>%n Stelle markiert</numerusform>
            <numerusform>%n Stellen markiert</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weiteres</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · nothing dropped</source>
        <translation>%1 · nichts entfernt</translation>
    </message>
    <message numerus="yes">
        <source>A and B keep the same words at the end: %1 of %n.</source>
        <translation>
            <numerusform>A und B behalten am Ende dieselben Wörter: %1 von %n.</numerusform>
            <numerusform>A und B behalten am Ende dieselben Wörter: %1 von %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>A and B keep the same words after layer %1: %2 of %n.</source>
        <translation>
            <numerusform>A und B behalten nach Schicht %1 dieselben Wörter: %2 von %n.</numerusform>
            <numerusform>A und B behalten nach Schicht %1 dieselben Wörter: %2 von %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Both keep %1 of %n word(s) at the end; only %2 keeps %3.</source>
        <translation>
            <numerusform>Beide behalten am Ende %1 von %n Wort; nur %2 behält %3.</numerusform>
            <numerusform>Beide behalten am Ende %1 von %n Wörtern; nur %2 behält %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Both keep %1 of %n word(s) after layer %2; only %3 still keeps %4.</source>
        <translation>
            <numerusform>Beide behalten nach Schicht %2 %1 von %n Wort; nur %3 hat noch %4.</numerusform>
            <numerusform>Beide behalten nach Schicht %2 %1 von %n Wörtern; nur %3 hat noch %4.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Both keep %1 of %n word(s) at the end; only A keeps %2, only B %3.</source>
        <translation>
            <numerusform>Beide behalten am Ende %1 von %n Wort; nur A behält %2, nur B %3.</numerusform>
            <numerusform>Beide behalten am Ende %1 von %n Wörtern; nur A behält %2, nur B %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Both keep %1 of %n word(s) after layer %2; only A still keeps %3, only B %4.</source>
        <translation>
            <numerusform>Beide behalten nach Schicht %2 %1 von %n Wort; nur A hat noch %3, nur B %4.</numerusform>
            <numerusform>Beide behalten nach Schicht %2 %1 von %n Wörtern; nur A hat noch %3, nur B %4.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2 fewer</source>
        <translation>%1, %2 weniger</translation>
    </message>
    <message>
        <source>%1, %2 more</source>
        <translation>%1, %2 mehr</translation>
    </message>
    <message>
        <source>“%1” drops nothing itself, so only another model can stand beside it.</source>
        <translation>„%1“ entfernt selbst nichts, daher kann nur ein anderes Modell danebenstehen.</translation>
    </message>
</context>
<context>
    <name>BesideMenu</name>
    <message>
        <source>Nothing dropped</source>
        <translation>Nichts entfernt</translation>
    </message>
    <message>
        <source>Nothing beside it</source>
        <translation>Nichts daneben</translation>
    </message>
    <message>
        <source>One text and one token map</source>
        <translation>Ein Text und eine Token-Karte</translation>
    </message>
    <message>
        <source>The same model, but other tokens</source>
        <translation>Dasselbe Modell, aber andere Token</translation>
    </message>
    <message>
        <source>The plain model with as many tokens dropped in each layer as the model drops, chosen without training</source>
        <translation>Das einfache Modell, in dem jede Schicht so viele Token entfernt wie das Modell, aber ohne Training ausgewählt</translation>
    </message>
    <message>
        <source>The plain model: every token is read by every layer</source>
        <translation>Das einfache Modell: Jede Schicht liest jedes Token</translation>
    </message>
    <message>
        <source>Other models</source>
        <translation>Andere Modelle</translation>
    </message>
    <message>
        <source>Choose a &amp;folder…</source>
        <translation>&amp;Ordner wählen …</translation>
    </message>
</context>
<context>
    <name>BesideNumbers</name>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>not timed</source>
        <translation>nicht gemessen</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n token(s) left</source>
        <translation>
            <numerusform>%1 von %n Token übrig</numerusform>
            <numerusform>%1 von %n Token übrig</numerusform>
        </translation>
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
        <source>median of %n run(s)</source>
        <translation>
            <numerusform>Median aus %n Lauf</numerusform>
            <numerusform>Median aus %n Läufen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Calibration</name>
    <message>
        <source>p = %1</source>
        <translation>p = %1</translation>
    </message>
    <message>
        <source>%1 right answers turned wrong, %2 wrong ones turned right, of %3</source>
        <translation>%1 richtige Antworten wurden falsch, %2 falsche richtig, von %3</translation>
    </message>
    <message>
        <source>the fastest that keeps the promise</source>
        <translation>das schnellste, das das Versprechen hält</translation>
    </message>
    <message>
        <source>keeps the promise</source>
        <translation>hält das Versprechen</translation>
    </message>
    <message>
        <source>does not keep the promise</source>
        <translation>hält das Versprechen nicht</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>fewer operations than the plain model, with the model&apos;s thresholds times %1</source>
        <translation>weniger Rechenschritte als das einfache Modell, mit den Schwellen des Modells mal %1</translation>
    </message>
    <message>
        <source>Accuracy lost: %1 (%2) · %3</source>
        <translation>Verlorene Genauigkeit: %1 (%2) · %3</translation>
    </message>
    <message>
        <source>The promise: on texts like these at most %1 of the answers turn from right to wrong, with a confidence of %2.</source>
        <translation>Das Versprechen: Bei Texten wie diesen werden höchstens %1 der Antworten von richtig zu falsch, mit einer Sicherheit von %2.</translation>
    </message>
    <message>
        <source>This was set after the results had been seen, which weakens it: the promise holds for the loss and confidence fixed before looking, %1 and %2.</source>
        <translation>Das wurde eingestellt, nachdem die Ergebnisse zu sehen waren, und gilt darum nur abgeschwächt: Das Versprechen hält für den Verlust und die Sicherheit, die vorher feststanden, %1 und %2.</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>plain model right on %1</source>
        <translation>einfaches Modell bei %1 richtig</translation>
    </message>
    <message>
        <source>passed over: %1</source>
        <translation>übergangen: %1</translation>
    </message>
    <message>
        <source>thresholds times %1</source>
        <translation>Schwellen mal %1</translation>
    </message>
    <message>
        <source>%1 fewer operations</source>
        <translation>%1 weniger Rechenschritte</translation>
    </message>
    <message>
        <source>thresholds: %1</source>
        <translation>Schwellen: %1</translation>
    </message>
    <message>
        <source>thresholds times %1: %2 · %3 · %4</source>
        <translation>Schwellen mal %1: %2 · %3 · %4</translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) cut at %1 pieces</source>
        <translation>
            <numerusform>%Ln Text bei %1 Wortstücken abgeschnitten</numerusform>
            <numerusform>%Ln Texte bei %1 Wortstücken abgeschnitten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalibrationCard</name>
    <message>
        <source>As fast as is safe</source>
        <translation>So schnell, wie es sicher geht</translation>
    </message>
    <message>
        <source>Use in Inspect</source>
        <translation>In „Einblick“ nutzen</translation>
    </message>
    <message>
        <source>Save model…</source>
        <translation>Modell speichern …</translation>
    </message>
    <message>
        <source>Open the model with these thresholds, and look at a text in it</source>
        <translation>Das Modell mit diesen Schwellen öffnen und einen Text darin ansehen</translation>
    </message>
    <message>
        <source>Write the model with these thresholds, and the figures as calibration.json, to a folder</source>
        <translation>Das Modell mit diesen Schwellen und die Zahlen als calibration.json in einen Ordner schreiben</translation>
    </message>
    <message>
        <source>Save these figures</source>
        <translation>Diese Zahlen speichern</translation>
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
        <source>Scales as &amp;CSV…</source>
        <translation>Faktoren als &amp;CSV …</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>All of it as &amp;JSON…</source>
        <translation>Alles als &amp;JSON …</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>thresholds that keep a promise about accuracy</source>
        <translation>Schwellen, die ein Versprechen über die Genauigkeit halten</translation>
    </message>
    <message>
        <source>How many tokens may go before the model answers worse? Open labelled texts and run: each scale of the model&apos;s thresholds is tried once. Then move the slider to what accuracy may be lost, and see at once how fast the model can be.</source>
        <translation>Wie viele Token dürfen wegfallen, bevor das Modell schlechter antwortet? Öffnen Sie Texte mit Labels und starten Sie: Jeder Faktor der Schwellen des Modells wird einmal erprobt. Stellen Sie dann am Regler ein, wie viel Genauigkeit verloren gehen darf, und sehen Sie sofort, wie schnell das Modell sein kann.</translation>
    </message>
    <message>
        <source>Save figures</source>
        <translation>Zahlen speichern</translation>
    </message>
</context>
<context>
    <name>CalibrationFigure</name>
    <message>
        <source>As fast as is safe: %1</source>
        <translation>So schnell, wie es sicher geht: %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>CalibrationForm</name>
    <message>
        <source>Labelled texts like those to come, by which the model was neither trained nor chosen: only then does the promise hold.</source>
        <translation>Texte mit Labels wie die künftigen, mit denen das Modell weder trainiert noch ausgewählt wurde: Nur dann hält das Versprechen.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>File or folder of labelled texts</source>
        <translation>Datei oder Ordner von Texten mit Labels</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Datei …</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>&amp;Ordner …</translation>
    </message>
    <message>
        <source>Answer every text without dropping tokens and at each scale of the thresholds (%1)</source>
        <translation>Jeden Text ohne Weglassen von Token und bei jedem Faktor der Schwellen beantworten (%1)</translation>
    </message>
    <message>
        <source>Folder of a data set</source>
        <translation>Ordner eines Datensatzes</translation>
    </message>
    <message>
        <source>Labelled texts</source>
        <translation>Texte mit Labels</translation>
    </message>
    <message>
        <source>Labelled texts (*.tsv *.csv *.jsonl *.json);;All files (*)</source>
        <translation>Texte mit Labels (*.tsv *.csv *.jsonl *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No model is open.</source>
        <translation>Kein Modell ist geöffnet.</translation>
    </message>
    <message>
        <source>Model: %1</source>
        <translation>Modell: %1</translation>
    </message>
    <message>
        <source>%1 drops no tokens by thresholds, so there are none to choose: open a model that does.</source>
        <translation>%1 lässt keine Token nach Schwellen weg, also gibt es keine zu wählen: Öffnen Sie ein Modell, das es tut.</translation>
    </message>
    <message>
        <source>reading model and data…</source>
        <translation>liest Modell und Daten …</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>wird angehalten …</translation>
    </message>
    <message>
        <source>%1 of %2 texts</source>
        <translation>%1 von %2 Texten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>not run yet</source>
        <translation>noch nicht gestartet</translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) answered</source>
        <translation>
            <numerusform>%Ln Text beantwortet</numerusform>
            <numerusform>%Ln Texte beantwortet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalibrationPlot</name>
    <message>
        <source>filled: keeps the promise · hollow: does not · ring: chosen · dashed: the loss allowed</source>
        <translation>gefüllt: hält das Versprechen · hohl: nicht · Ring: gewählt · gestrichelt: erlaubter Verlust</translation>
    </message>
    <message>
        <source>Loss over speed-up</source>
        <translation>Verlust über Beschleunigung</translation>
    </message>
    <message>
        <source>right answers lost, in per cent</source>
        <translation>verlorene richtige Antworten in Prozent</translation>
    </message>
</context>
<context>
    <name>CalibrationView</name>
    <message>
        <source>Each scale of the thresholds will be a mark here.</source>
        <translation>Jeder Faktor der Schwellen wird hier ein Zeichen.</translation>
    </message>
    <message>
        <source>Texts and promise</source>
        <translation>Texte und Versprechen</translation>
    </message>
    <message>
        <source>Loss over speed-up</source>
        <translation>Verlust über Beschleunigung</translation>
    </message>
    <message>
        <source>The model with these thresholds is in %1</source>
        <translation>Das Modell mit diesen Schwellen liegt in %1</translation>
    </message>
    <message>
        <source>Folder for the model, new or empty</source>
        <translation>Ordner für das Modell, neu oder leer</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The folder %1 of the model is not there any more; put it back, or run again with another one.</source>
        <translation>Der Ordner %1 des Modells ist nicht mehr da; stellen Sie ihn wieder her, oder starten Sie mit einem anderen neu.</translation>
    </message>
    <message>
        <source>Inspect runs the model with the thresholds chosen here. Other pages, and the model opened by the menu, have those of its folder.</source>
        <translation>„Einblick“ rechnet mit den hier gewählten Schwellen. Andere Seiten und das Modell, über das Menü geöffnet, haben die seines Ordners.</translation>
    </message>
    <message>
        <source>The folder %1 is not empty; choose a new or an empty one.</source>
        <translation>Der Ordner %1 ist nicht leer; wählen Sie einen neuen oder leeren.</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
</context>
<context>
    <name>CardDock</name>
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
    <message>
        <source>Drag to move or detach this panel, double-click to see it alone</source>
        <translation>Ziehen verschiebt oder löst dieses Feld, ein Doppelklick zeigt es allein</translation>
    </message>
</context>
<context>
    <name>CardHeader</name>
    <message>
        <source>Explain “%1”</source>
        <translation>„%1“ erklären</translation>
    </message>
</context>
<context>
    <name>CompareControls</name>
    <message>
        <source>under a second</source>
        <translation>unter einer Sekunde</translation>
    </message>
    <message>
        <source>about %1 s</source>
        <translation>etwa %1 s</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>All methods</source>
        <translation>Alle Methoden</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>Plain twin</source>
        <translation>Einfacher Zwilling</translation>
    </message>
    <message>
        <source>Every method at the chosen layer</source>
        <translation>Jede Methode in der gewählten Schicht</translation>
    </message>
    <message>
        <source>One method, from the first layer to the last</source>
        <translation>Eine Methode, von der ersten bis zur letzten Schicht</translation>
    </message>
    <message>
        <source>Attention and gradients of the plain twin, which reads every word</source>
        <translation>Aufmerksamkeit und Gradienten des einfachen Zwillings, der jedes Wort liest</translation>
    </message>
    <message>
        <source>The class that gradients and leaving out are asked about</source>
        <translation>Die Klasse, nach der Gradienten und Weglassen gefragt werden</translation>
    </message>
    <message>
        <source>How many of the best words each method selects</source>
        <translation>Wie viele der besten Wörter jede Methode auswählt</translation>
    </message>
    <message>
        <source>How many of the best words each method selects: arrow keys, or + and − in the picture</source>
        <translation>Wie viele der besten Wörter jede Methode auswählt: Pfeiltasten oder + und − im Bild</translation>
    </message>
    <message>
        <source>The predicted class</source>
        <translation>Die vorhergesagte Klasse</translation>
    </message>
    <message>
        <source>Top words</source>
        <translation>Beste Wörter</translation>
    </message>
    <message numerus="yes">
        <source>Top %1 of %n word(s)</source>
        <translation>
            <numerusform>Bestes %1 von %n Wort</numerusform>
            <numerusform>Beste %1 von %n Wörtern</numerusform>
        </translation>
    </message>
    <message>
        <source>computing… click to cancel</source>
        <translation>rechnet … Klick bricht ab</translation>
    </message>
    <message>
        <source>waiting… click to cancel</source>
        <translation>wartet … Klick bricht ab</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <source>class: %1</source>
        <translation>Klasse: %1</translation>
    </message>
    <message>
        <source>class: predicted</source>
        <translation>Klasse: vorhergesagt</translation>
    </message>
    <message>
        <source>class: predicted (%1)</source>
        <translation>Klasse: vorhergesagt (%1)</translation>
    </message>
    <message>
        <source>%1, class %2</source>
        <translation>%1, Klasse %2</translation>
    </message>
    <message>
        <source>%1 from the %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>scores are being computed…</source>
        <translation>Scores werden berechnet …</translation>
    </message>
    <message>
        <source>Attention and gradients of the model itself (%1), with nothing dropped</source>
        <translation>Aufmerksamkeit und Gradienten des Modells selbst (%1), nichts entfernt</translation>
    </message>
</context>
<context>
    <name>CompareNumbers</name>
    <message>
        <source>Agreement on this text</source>
        <translation>Übereinstimmung bei diesem Text</translation>
    </message>
    <message>
        <source>Words in common</source>
        <translation>Gemeinsame Wörter</translation>
    </message>
    <message>
        <source>with the marked words, top %1</source>
        <translation>mit den markierten Wörtern, beste %1</translation>
    </message>
    <message>
        <source>share of the top %1 of two rows</source>
        <translation>Anteil der besten %1 zweier Zeilen</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>TPR</source>
        <translation>TPR</translation>
    </message>
    <message>
        <source>FPR</source>
        <translation>FPR</translation>
    </message>
    <message>
        <source>not scored yet</source>
        <translation>noch nicht bewertet</translation>
    </message>
    <message>
        <source>Rows with fewer than %1 words above zero select only those.</source>
        <translation>Zeilen mit weniger als %1 Wörtern über null wählen nur diese aus.</translation>
    </message>
    <message>
        <source>scores are being computed…</source>
        <translation>Scores werden berechnet …</translation>
    </message>
    <message>
        <source>Show two methods or more to see how much they agree.</source>
        <translation>Zeigen Sie zwei Methoden oder mehr, um zu sehen, wie sehr sie übereinstimmen.</translation>
    </message>
    <message>
        <source>Marked words: %1 of %2; base rate %3.</source>
        <translation>Markierte Wörter: %1 von %2; Basisrate %3.</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Words under every method</source>
        <translation>Wörter unter jeder Methode</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>Precision und Recall</translation>
    </message>
    <message>
        <source>Numbers of this text</source>
        <translation>Zahlen zu diesem Text</translation>
    </message>
    <message>
        <source>share of each word in the scores of %1, layer by layer</source>
        <translation>Anteil jedes Wortes an den Scores von %1, Schicht für Schicht</translation>
    </message>
    <message>
        <source>share of each word in the scores of each method, layer %1</source>
        <translation>Anteil jedes Wortes an den Scores jeder Methode, Schicht %1</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>ComparisonPainter</name>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>who selects it</source>
        <translation>wer es auswählt</translation>
    </message>
    <message>
        <source>marked by people</source>
        <translation>von Menschen markiert</translation>
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
        <source>among the top %1 of its row, and above zero</source>
        <translation>unter den besten %1 seiner Zeile und über null</translation>
    </message>
    <message>
        <source>among the top %1 of its row</source>
        <translation>unter den besten %1 seiner Zeile</translation>
    </message>
    <message>
        <source>methods disagree</source>
        <translation>Methoden uneins</translation>
    </message>
</context>
<context>
    <name>ComparisonView</name>
    <message>
        <source>Words under every method</source>
        <translation>Wörter unter jeder Methode</translation>
    </message>
    <message>
        <source>%1: %2 of %3 select it</source>
        <translation>%1: %2 von %3 wählen es aus</translation>
    </message>
    <message>
        <source>Type a text on the Inspect page, and its words appear here under every method.</source>
        <translation>Geben Sie auf der Seite Einblick einen Text ein; seine Wörter erscheinen hier unter jeder Methode.</translation>
    </message>
    <message>
        <source>not scored yet</source>
        <translation>noch nicht bewertet</translation>
    </message>
    <message>
        <source>score %1 · %2 of uniform · rank %3 of %4%5</source>
        <translation>Score %1 · %2 der Gleichverteilung · Rang %3 von %4%5</translation>
    </message>
    <message>
        <source>, selected</source>
        <translation>, ausgewählt</translation>
    </message>
    <message>
        <source>, not selected: no score above zero</source>
        <translation>, nicht ausgewählt: kein Score über null</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>selected by %1 of %2</source>
        <translation>ausgewählt von %1 von %2</translation>
    </message>
    <message>
        <source>marked by people</source>
        <translation>von Menschen markiert</translation>
    </message>
    <message>
        <source>not marked by people</source>
        <translation>nicht von Menschen markiert</translation>
    </message>
    <message>
        <source>from: %1</source>
        <translation>von: %1</translation>
    </message>
    <message>
        <source>of class: %1</source>
        <translation>für die Klasse: %1</translation>
    </message>
    <message>
        <source>%1, layer %2</source>
        <translation>%1, Schicht %2</translation>
    </message>
    <message>
        <source>“%1” · %2</source>
        <translation>„%1“ · %2</translation>
    </message>
    <message>
        <source>Who selects it</source>
        <translation>Wer es auswählt</translation>
    </message>
    <message>
        <source>One dot for each method that has the word among its top %1;</source>
        <translation>Ein Punkt für jede Methode, die das Wort unter ihren besten %1 hat;</translation>
    </message>
    <message>
        <source>the stronger the ground, the more they disagree. Chance has no vote.</source>
        <translation>je kräftiger der Grund, desto uneiniger sind sie. Der Zufall hat keine Stimme.</translation>
    </message>
    <message>
        <source>“%1” · %2: %3</source>
        <translation>„%1“ · %2: %3</translation>
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
    <message>
        <source>as many operations</source>
        <translation>gleich viele Rechenschritte</translation>
    </message>
    <message>
        <source>as much time</source>
        <translation>gleich viel Zeit</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
</context>
<context>
    <name>CurvePlot</name>
    <message>
        <source>%1 %2: %3</source>
        <comment>batch 12: 0.5</comment>
        <translation>%1 %2: %3</translation>
    </message>
</context>
<context>
    <name>DataBrowser</name>
    <message>
        <source>Wrong only</source>
        <translation>Nur falsche</translation>
    </message>
    <message>
        <source>Annotated only</source>
        <translation>Nur annotierte</translation>
    </message>
    <message>
        <source>Run the model</source>
        <translation>Modell laufen lassen</translation>
    </message>
    <message>
        <source>Texts of the data set</source>
        <translation>Texte des Datensatzes</translation>
    </message>
    <message>
        <source>Find in texts and labels</source>
        <translation>In Texten und Labels suchen</translation>
    </message>
    <message>
        <source>Filter the texts</source>
        <translation>Die Texte filtern</translation>
    </message>
    <message>
        <source>Only texts whose label the model does not give</source>
        <translation>Nur Texte, deren Label das Modell nicht angibt</translation>
    </message>
    <message>
        <source>Only texts in which something is marked</source>
        <translation>Nur Texte, in denen etwas markiert ist</translation>
    </message>
    <message>
        <source>Fill in prediction, speed-up and agreement of every text</source>
        <translation>Vorhersage, Ersparnis und Übereinstimmung jedes Textes eintragen</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s)</source>
        <translation>
            <numerusform>%Ln Text</numerusform>
            <numerusform>%Ln Texte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln text(s)</source>
        <translation>
            <numerusform>%1 von %Ln Text</numerusform>
            <numerusform>%1 von %Ln Texten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln text(s) read</source>
        <translation>
            <numerusform>%Ln Text gelesen</numerusform>
            <numerusform>%Ln Texte gelesen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataForm</name>
    <message>
        <source>Training data</source>
        <translation>Trainingsdaten</translation>
    </message>
    <message>
        <source>File, or folder of an ERASER set</source>
        <translation>Datei oder Ordner eines ERASER-Satzes</translation>
    </message>
    <message>
        <source>Form of the data</source>
        <translation>Form der Daten</translation>
    </message>
    <message>
        <source>Column of the texts</source>
        <translation>Spalte der Texte</translation>
    </message>
    <message>
        <source>Column of the second texts</source>
        <translation>Spalte der zweiten Texte</translation>
    </message>
    <message>
        <source>Column of the labels</source>
        <translation>Spalte der Labels</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>&amp;Datei …</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>&amp;Ordner …</translation>
    </message>
    <message>
        <source>as found</source>
        <translation>wie gefunden</translation>
    </message>
    <message>
        <source>Told by the name and the first lines</source>
        <translation>An Namen und ersten Zeilen erkannt</translation>
    </message>
    <message>
        <source>negative, positive</source>
        <translation>negativ, positiv</translation>
    </message>
    <message>
        <source>Names of the classes in the order of their indices, separated by commas. Where the data writes numbers, the first name is that of 0.</source>
        <translation>Namen der Klassen in der Reihenfolge ihrer Nummern, durch Kommas getrennt. Wo in den Daten Zahlen stehen, ist der erste Name der von 0.</translation>
    </message>
    <message>
        <source>Share of the texts that is not trained on: epochs are scored on it, and chosen</source>
        <translation>Anteil der Texte, mit dem nicht trainiert wird: an ihm werden Epochen bewertet und ausgewählt</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Held out</source>
        <translation>Zurückgehalten</translation>
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
        <source>Label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>Folder of a data set</source>
        <translation>Ordner eines Datensatzes</translation>
    </message>
    <message>
        <source>Labelled texts (*.tsv *.csv *.jsonl *.json);;All files (*)</source>
        <translation>Texte mit Labels (*.tsv *.csv *.jsonl *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>%1 (found)</source>
        <translation>%1 (gefunden)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>DropFrames</name>
    <message>
        <source>the stronger the ground, the higher the word&apos;s %1; struck out: dropped in this layer</source>
        <translation>je kräftiger der Grund, desto höher im Wort: %1; durchgestrichen: in dieser Schicht entfernt</translation>
    </message>
    <message>
        <source>the stronger the ground, the higher the word&apos;s %1</source>
        <translation>je kräftiger der Grund, desto höher im Wort: %1</translation>
    </message>
    <message>
        <source>Before layer 1: %1</source>
        <translation>Vor Schicht 1: %1</translation>
    </message>
    <message>
        <source>Prediction: %1, from %2 of %3</source>
        <translation>Vorhersage: %1, aus %2 von %3</translation>
    </message>
    <message>
        <source>After layer %1: %2 of %3 left</source>
        <translation>Nach Schicht %1: noch %2 von %3</translation>
    </message>
</context>
<context>
    <name>EpochTable</name>
    <message>
        <source>set %1</source>
        <translation>Satz %1</translation>
    </message>
    <message>
        <source>%1: accuracy %2, %3 fewer operations</source>
        <translation>%1: Genauigkeit %2, %3 weniger Rechenschritte</translation>
    </message>
    <message>
        <source>Epochs of the run with their scores</source>
        <translation>Epochen des Laufs mit ihren Ergebnissen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>Ersparnis</translation>
    </message>
    <message>
        <source>Tokens kept</source>
        <translation>Behaltene Token</translation>
    </message>
    <message>
        <source>On the texts held out, tokens really removed</source>
        <translation>Auf den zurückgehaltenen Texten, Token wirklich entfernt</translation>
    </message>
    <message>
        <source>How many times fewer operations, exactly counted</source>
        <translation>Wie viel mal weniger Rechenschritte, genau gezählt</translation>
    </message>
    <message>
        <source>Share of the tokens that the last layer leaves</source>
        <translation>Anteil der Token, die die letzte Schicht übrig lässt</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
</context>
<context>
    <name>EvaluatePage</name>
    <message>
        <source>%1 (new)</source>
        <translation>%1 (neu)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Open a saved run</source>
        <translation>Gespeicherten Lauf öffnen</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Metric of the left plot</source>
        <translation>Maß der linken Abbildung</translation>
    </message>
    <message>
        <source>Metric of the right plot</source>
        <translation>Maß der rechten Abbildung</translation>
    </message>
</context>
<context>
    <name>FactorSlider</name>
    <message>
        <source>× %1</source>
        <translation>× %1</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>The machine has not enough free memory for this; close other programs, or take a shorter text or a smaller set.</source>
        <translation>Der Rechner hat dafür nicht genug freien Speicher; schließen Sie andere Programme, oder nehmen Sie einen kürzeren Text oder eine kleinere Menge.</translation>
    </message>
    <message>
        <source>%1 cannot be used (%2); check that the folder is there and yours.</source>
        <translation>%1 lässt sich nicht benutzen (%2); prüfen Sie, ob der Ordner da ist und Ihnen gehört.</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>%1: the name must end in .png, .svg or .pdf, which chooses the figure&apos;s format.</source>
        <translation>%1: Der Name muss auf .png, .svg oder .pdf enden; das bestimmt das Format der Abbildung.</translation>
    </message>
</context>
<context>
    <name>FigureTitle</name>
    <message>
        <source>Prediction: %1 · %2 tokens, nothing dropped</source>
        <translation>Vorhersage: %1 · %2 Token, nichts entfernt</translation>
    </message>
    <message>
        <source>Prediction: %1 · plain model: %2 · %3 of %4 tokens reach it · %5 fewer operations</source>
        <translation>Vorhersage: %1 · einfaches Modell: %2 · %3 von %4 Token erreichen sie · %5 weniger Rechenschritte</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
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
        <source>&lt;b&gt;Prediction&lt;/b&gt;&lt;p&gt;The probability of each class, with words dropped on the way (reduced) and with all of them read (plain):&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;&lt;i&gt;p&lt;/i&gt; = softmax( Linear( f( Linear( [CLS] ) ) ) )&lt;/p&gt;&lt;p&gt;f is tanh in BERT and RoBERTa, GELU in ELECTRA, ReLU in DistilBERT; RoBERTa calls its [CLS] &amp;lt;s&amp;gt;.&lt;/p&gt;&lt;p&gt;The plain figure comes from the &lt;i&gt;twin&lt;/i&gt;, the same network fine-tuned without dropping, where the model has one, and otherwise from the same weights with nothing dropped. Where the two disagree, dropping has changed the answer.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Vorhersage&lt;/b&gt;&lt;p&gt;Die Wahrscheinlichkeit jeder Klasse, wenn unterwegs Wörter entfernt werden (reduziert) und wenn alle gelesen werden (einfach):&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;&lt;i&gt;p&lt;/i&gt; = softmax( Linear( f( Linear( [CLS] ) ) ) )&lt;/p&gt;&lt;p&gt;f ist tanh in BERT und RoBERTa, GELU in ELECTRA, ReLU in DistilBERT; RoBERTa nennt sein [CLS] &amp;lt;s&amp;gt;.&lt;/p&gt;&lt;p&gt;Der einfache Wert stammt vom &lt;i&gt;Zwilling&lt;/i&gt;, demselben Netz ohne Entfernen trainiert, wo das Modell einen hat, und sonst von denselben Gewichten, ohne etwas zu entfernen. Wo beide nicht übereinstimmen, hat das Entfernen die Antwort geändert.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Precision and recall&lt;/b&gt;&lt;p&gt;Words are ranked by score, and the best k are selected. Of those, &lt;i&gt;precision&lt;/i&gt; is the share that people marked; &lt;i&gt;recall&lt;/i&gt; (TPR) is the share of the marked words that is found; &lt;i&gt;FPR&lt;/i&gt; is the share of the other words that is selected by mistake. Moving k moves each method&apos;s point along its curve.&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;AP = Σ&lt;sub&gt;k&lt;/sub&gt; (R&lt;sub&gt;k&lt;/sub&gt; − R&lt;sub&gt;k−1&lt;/sub&gt;) P&lt;sub&gt;k&lt;/sub&gt;&lt;/p&gt;&lt;p&gt;The dashed line is the precision of chance: the share of words that is marked. Numbers of one text say little about a method; those of a whole data set do.&lt;/p&gt;&lt;p&gt;Without marked words, the table shows how many of their best words two methods have in common.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Precision und Recall&lt;/b&gt;&lt;p&gt;Die Wörter werden nach Score geordnet und die besten k ausgewählt. &lt;i&gt;Precision&lt;/i&gt; ist der Anteil davon, den Menschen markiert haben; &lt;i&gt;Recall&lt;/i&gt; (TPR) ist der Anteil der markierten Wörter, der gefunden wird; &lt;i&gt;FPR&lt;/i&gt; ist der Anteil der übrigen Wörter, der irrtümlich ausgewählt wird. Wer k ändert, bewegt den Punkt jeder Methode auf ihrer Kurve.&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;AP = Σ&lt;sub&gt;k&lt;/sub&gt; (R&lt;sub&gt;k&lt;/sub&gt; − R&lt;sub&gt;k−1&lt;/sub&gt;) P&lt;sub&gt;k&lt;/sub&gt;&lt;/p&gt;&lt;p&gt;Die gestrichelte Linie ist die Precision des Zufalls: der Anteil der markierten Wörter. Zahlen eines einzelnen Textes sagen wenig über eine Methode, die eines ganzen Datensatzes schon.&lt;/p&gt;&lt;p&gt;Ohne markierte Wörter zeigt die Tabelle, wie viele ihrer besten Wörter zwei Methoden gemeinsam haben.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Words under every method&lt;/b&gt;&lt;p&gt;Each line of the text stands over one row of cells for every method, or for every layer of one method. A method&apos;s scores are made to sum to 1 over the words, [CLS] and [SEP] left out and negative scores counted as 0, so that methods compare; a word&apos;s score is the sum over its pieces.&lt;/p&gt;&lt;p&gt;The colour is log&lt;sub&gt;2&lt;/sub&gt;(share·n): white is the uniform level, orange above, blue below. The model&apos;s own scores, by which it drops words, are 0 for words that were already dropped.&lt;/p&gt;&lt;p&gt;Cells with a border are among the best k of their row. Below stand dots for the methods that select the word; the stronger the ground, the more the methods are split. Chance has no vote.&lt;/p&gt;&lt;p&gt;Attention and gradients come from the plain twin or from the model itself with nothing dropped. &lt;i&gt;Saliency&lt;/i&gt; is ‖∂z/∂h ⊙ h‖&lt;sub&gt;2&lt;/sub&gt; at the layer&apos;s input, &lt;i&gt;rollout&lt;/i&gt; multiplies the attention of all layers up to this one, &lt;i&gt;integrated gradients&lt;/i&gt; and &lt;i&gt;leave one out&lt;/i&gt; need many passes: a click on them starts them, another one stops them.&lt;/p&gt;&lt;p&gt;Arrow keys move through words and layers, + and − change k.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Wörter unter jeder Methode&lt;/b&gt;&lt;p&gt;Jede Zeile des Textes steht über je einer Reihe von Feldern für jede Methode oder für jede Schicht einer Methode. Die Scores einer Methode ergeben über die Wörter zusammen 1, ohne [CLS] und [SEP] und mit negativen Scores als 0, damit sich Methoden vergleichen lassen; der Score eines Wortes ist die Summe über seine Stücke.&lt;/p&gt;&lt;p&gt;Die Farbe ist log&lt;sub&gt;2&lt;/sub&gt;(Anteil·n): Weiß ist die Gleichverteilung, Orange darüber, Blau darunter. Die Scores des Modells selbst, nach denen es Wörter entfernt, sind für schon entfernte Wörter 0.&lt;/p&gt;&lt;p&gt;Felder mit Rand sind unter den besten k ihrer Reihe. Darunter stehen Punkte für die Methoden, die das Wort auswählen; je kräftiger der Grund, desto uneiniger sind die Methoden. Der Zufall hat keine Stimme.&lt;/p&gt;&lt;p&gt;Aufmerksamkeit und Gradienten kommen vom einfachen Zwilling oder vom Modell selbst, ohne dass etwas entfernt wird. &lt;i&gt;Saliency&lt;/i&gt; ist ‖∂z/∂h ⊙ h‖&lt;sub&gt;2&lt;/sub&gt; am Eingang der Schicht, &lt;i&gt;Rollout&lt;/i&gt; multipliziert die Aufmerksamkeit aller Schichten bis zu dieser, &lt;i&gt;integrierte Gradienten&lt;/i&gt; und &lt;i&gt;eines weglassen&lt;/i&gt; brauchen viele Durchläufe: Ein Klick startet sie, ein weiterer hält sie an.&lt;/p&gt;&lt;p&gt;Die Pfeiltasten gehen durch Wörter und Schichten, + und − ändern k.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Agreement with human rationales&lt;/b&gt;&lt;p&gt;People have marked the words of each text that give the reason for its class: the &lt;i&gt;rationale&lt;/i&gt;. A method that scores words agrees with them if the marked words have the highest scores.&lt;/p&gt;&lt;p&gt;A model&apos;s &lt;i&gt;own scores&lt;/i&gt; are those by which it decides what to drop: &lt;i&gt;contribution&lt;/i&gt; in AdapLeR, &lt;i&gt;significance&lt;/i&gt; in PoWER-BERT, the &lt;i&gt;probability to be kept&lt;/i&gt; in TR-BERT. Attention, rollout, saliency and the others come from the plain twin, which reads everything. &lt;i&gt;Random&lt;/i&gt; is the floor.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Windows, pieces&lt;/i&gt;, the AdapLeR paper&apos;s way: long texts are cut into windows, each piece is one place, [CLS] and [SEP] do not count, windows in which nothing is marked are left out. &lt;i&gt;Documents, words&lt;/i&gt;, ERASER&apos;s way: whole documents, one score a word between blanks.&lt;/p&gt;&lt;p&gt;A &lt;i&gt;selection&lt;/i&gt; turns scores into yes or no. The usual one is the same for every method and layer: scores are made to add up to 1 over the n places of a window, and a place is selected if its score is at least 1/n.&lt;/p&gt;&lt;p&gt;A run that is cancelled, or cut short, goes on where it stopped.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Übereinstimmung mit menschlichen Begründungen&lt;/b&gt;&lt;p&gt;Menschen haben in jedem Text die Wörter markiert, die der Grund für seine Klasse sind: die &lt;i&gt;Begründung&lt;/i&gt;. Eine Methode, die Wörter bewertet, stimmt damit überein, wenn die markierten Wörter die höchsten Scores haben.&lt;/p&gt;&lt;p&gt;Die &lt;i&gt;Scores eines Modells selbst&lt;/i&gt; sind die, nach denen es entscheidet, was es entfernt: &lt;i&gt;Beitrag&lt;/i&gt; in AdapLeR, &lt;i&gt;Bedeutsamkeit&lt;/i&gt; in PoWER-BERT, die &lt;i&gt;Wahrscheinlichkeit zu bleiben&lt;/i&gt; in TR-BERT. Aufmerksamkeit, Rollout, Saliency und die anderen kommen vom einfachen Zwilling, der alles liest. &lt;i&gt;Zufall&lt;/i&gt; ist die Untergrenze.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Fenster, Wortstücke&lt;/i&gt;, wie im AdapLeR-Artikel: Lange Texte werden in Fenster geteilt, jedes Wortstück ist ein Platz, [CLS] und [SEP] zählen nicht, Fenster ohne Marke werden ausgelassen. &lt;i&gt;Dokumente, Wörter&lt;/i&gt;, wie in ERASER: ganze Dokumente, ein Score je Wort zwischen Leerzeichen.&lt;/p&gt;&lt;p&gt;Eine &lt;i&gt;Auswahl&lt;/i&gt; macht aus Scores Ja oder Nein. Die übliche ist für jede Methode und Schicht dieselbe: Die Scores ergeben über die n Plätze eines Fensters zusammen 1, und ein Platz ist ausgewählt, wenn sein Score mindestens 1/n ist.&lt;/p&gt;&lt;p&gt;Ein abgebrochener oder unterbrochener Lauf geht dort weiter, wo er aufgehört hat.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Agreement over the layers&lt;/b&gt;&lt;p&gt;&lt;i&gt;AP&lt;/i&gt;, average precision, needs no selection: places are sorted by score, and precision is averaged over the marked ones:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;AP = Σ&lt;sub&gt;k&lt;/sub&gt; (R&lt;sub&gt;k&lt;/sub&gt; − R&lt;sub&gt;k−1&lt;/sub&gt;) P&lt;sub&gt;k&lt;/sub&gt;&lt;/p&gt;&lt;p&gt;The dotted line is the &lt;i&gt;base rate&lt;/i&gt;, the share of places that is marked: what a long text gives to random scores. In short texts luck helps, and the AP of &lt;i&gt;random&lt;/i&gt;, which is measured, lies above it.&lt;/p&gt;&lt;p&gt;&lt;i&gt;FPR&lt;/i&gt; is the share of the unmarked places that are selected, &lt;i&gt;TPR&lt;/i&gt; that of the marked ones:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;FPR = FP / (FP + TN) &amp;nbsp;&amp;nbsp; TPR = TP / (TP + FN)&lt;/p&gt;&lt;p&gt;A method that selects nothing has an FPR of 0, so FPR says little alone: look at TPR and the share selected, or at &lt;i&gt;FPR at equal size&lt;/i&gt;, where every method selects as many places as the model&apos;s own scores do.&lt;/p&gt;&lt;p&gt;Bands are bootstrap intervals of the mean: whole documents are drawn again and again with replacement. Where two bands overlap the difference may still be clear, because both methods see the same documents; the table gives the interval of the difference on hover.&lt;/p&gt;&lt;p&gt;Click a layer, or use the arrow keys, to see its numbers in the table; Escape goes back to the mean.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Übereinstimmung über die Schichten&lt;/b&gt;&lt;p&gt;&lt;i&gt;AP&lt;/i&gt;, Average Precision, braucht keine Auswahl: Die Plätze werden nach Score geordnet, und die Precision wird über die markierten gemittelt:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;AP = Σ&lt;sub&gt;k&lt;/sub&gt; (R&lt;sub&gt;k&lt;/sub&gt; − R&lt;sub&gt;k−1&lt;/sub&gt;) P&lt;sub&gt;k&lt;/sub&gt;&lt;/p&gt;&lt;p&gt;Die gepunktete Linie ist die &lt;i&gt;Basisrate&lt;/i&gt;, der Anteil der markierten Plätze: was ein langer Text zufälligen Scores gibt. In kurzen Texten hilft das Glück, und die gemessene AP von &lt;i&gt;Zufall&lt;/i&gt; liegt darüber.&lt;/p&gt;&lt;p&gt;&lt;i&gt;FPR&lt;/i&gt; ist der Anteil der nicht markierten Plätze, die ausgewählt sind, &lt;i&gt;TPR&lt;/i&gt; der der markierten:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;FPR = FP / (FP + TN) &amp;nbsp;&amp;nbsp; TPR = TP / (TP + FN)&lt;/p&gt;&lt;p&gt;Eine Methode, die nichts auswählt, hat eine FPR von 0; allein sagt die FPR also wenig: Achten Sie auf TPR und den ausgewählten Anteil oder auf &lt;i&gt;FPR, gleich viele&lt;/i&gt;, wo jede Methode so viele Plätze auswählt wie die Scores des Modells selbst.&lt;/p&gt;&lt;p&gt;Die Bänder sind Bootstrap-Intervalle des Mittels: Ganze Dokumente werden immer wieder mit Zurücklegen gezogen. Wo sich zwei Bänder überdecken, kann der Unterschied dennoch klar sein, weil beide Methoden dieselben Dokumente sehen; die Tabelle nennt das Intervall des Unterschieds, wenn man darauf zeigt.&lt;/p&gt;&lt;p&gt;Ein Klick auf eine Schicht oder die Pfeiltasten zeigen ihre Zahlen in der Tabelle; Esc führt zum Mittel zurück.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;The numbers&lt;/b&gt;&lt;p&gt;The mean over the windows or documents, and half the width of its 95 % interval. A mean over layers is taken within each window first. Hover over a number for the ends of the interval, for n and for the paired difference to the model&apos;s own scores.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Token F1&lt;/i&gt; and &lt;i&gt;IOU-F1&lt;/i&gt; are ERASER&apos;s: F1 of the selected places, and of spans that overlap by at least half. &lt;i&gt;Comprehensiveness&lt;/i&gt; is how far the probability falls without the best 20 % of the words, &lt;i&gt;sufficiency&lt;/i&gt; how far with only these; both are measured on request.&lt;/p&gt;&lt;p&gt;Below the table: the accuracy over the documents, with tokens dropped and without, and how many times fewer operations that takes, every window at its own length. Many published tables count otherwise: with every text &lt;i&gt;padded&lt;/i&gt; to the longest, which the plain model computes and the other drops.&lt;/p&gt;&lt;p&gt;Keep a run to lay the next one over it: its curves are then dashed.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Die Zahlen&lt;/b&gt;&lt;p&gt;Das Mittel über die Fenster oder Dokumente und die halbe Breite seines 95-%-Intervalls. Ein Mittel über die Schichten wird zuerst in jedem Fenster gebildet. Zeigen Sie auf eine Zahl, um die Grenzen des Intervalls, n und den gepaarten Unterschied zu den Scores des Modells selbst zu sehen.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Token-F1&lt;/i&gt; und &lt;i&gt;IOU-F1&lt;/i&gt; sind die von ERASER: F1 der ausgewählten Plätze und der Stellen, die sich mindestens zur Hälfte überdecken. &lt;i&gt;Comprehensiveness&lt;/i&gt; ist, wie weit die Wahrscheinlichkeit ohne die besten 20 % der Wörter fällt, &lt;i&gt;Sufficiency&lt;/i&gt;, wie weit mit nur diesen; beide werden auf Wunsch gemessen.&lt;/p&gt;&lt;p&gt;Unter der Tabelle: die Genauigkeit über die Dokumente, mit und ohne Entfernen, und wievielmal weniger Rechenschritte das braucht, jedes Fenster in seiner eigenen Länge. Viele veröffentlichte Tabellen zählen anders: mit jedem Text auf den längsten &lt;i&gt;aufgefüllt&lt;/i&gt;, was das einfache Modell mitrechnet und das andere wegwirft.&lt;/p&gt;&lt;p&gt;Behalten Sie einen Lauf, um den nächsten darüberzulegen: Seine Kurven sind dann gestrichelt.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Token map&lt;/b&gt;&lt;p&gt;One column a word, one row a layer.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Token-Karte&lt;/b&gt;&lt;p&gt;Jede Spalte ein Wort, jede Zeile eine Schicht.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;[CLS], from which the answer is read, always stays.&lt;/p&gt;&lt;p&gt;The colour is log&lt;sub&gt;2&lt;/sub&gt;(&lt;i&gt;S&lt;/i&gt;·n), &lt;i&gt;S&lt;/i&gt; being the share of a piece in the scores of the n pieces that are left: white is the uniform level 1/n, orange above, blue below, the same scale in every layer and for every text. The share of a word is the sum over its pieces, compared with their share of n. &lt;i&gt;Absolute&lt;/i&gt; colours the share itself.&lt;/p&gt;</source>
        <translation>&lt;p&gt;[CLS], woraus die Antwort gelesen wird, bleibt immer.&lt;/p&gt;&lt;p&gt;Die Farbe ist log&lt;sub&gt;2&lt;/sub&gt;(&lt;i&gt;S&lt;/i&gt;·n), wobei &lt;i&gt;S&lt;/i&gt; der Anteil eines Wortstücks an den Scores der n verbliebenen ist: Weiß ist die Gleichverteilung 1/n, Orange liegt darüber, Blau darunter, mit derselben Skala in jeder Schicht und für jeden Text. Der Anteil eines Wortes ist die Summe über seine Wortstücke, verglichen mit ihrem Anteil an n. &lt;i&gt;Absolut&lt;/i&gt; färbt nach dem Anteil selbst.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Its map shows attention or saliency instead of the scores by which other models drop words; a layer&apos;s scores add up to 1.&lt;/p&gt;&lt;p&gt;The colour is log&lt;sub&gt;2&lt;/sub&gt;(&lt;i&gt;S&lt;/i&gt;·n): white is the uniform level 1/n, orange above, blue below, the same scale in every layer and for every text. The score of a word is the sum over its pieces, compared with their share of n. &lt;i&gt;Absolute&lt;/i&gt; colours the score itself.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Seine Karte zeigt Aufmerksamkeit oder Saliency statt der Scores, nach denen andere Modelle Wörter entfernen; die Scores einer Schicht ergeben zusammen 1.&lt;/p&gt;&lt;p&gt;Die Farbe ist log&lt;sub&gt;2&lt;/sub&gt;(&lt;i&gt;S&lt;/i&gt;·n): Weiß ist die Gleichverteilung 1/n, Orange liegt darüber, Blau darunter, mit derselben Skala in jeder Schicht und für jeden Text. Der Score eines Wortes ist die Summe über seine Wortstücke, verglichen mit ihrem Anteil an n. &lt;i&gt;Absolut&lt;/i&gt; färbt nach dem Score selbst.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Click a cell, a label or a layer to select it, or use the arrow keys, Home and End. Ctrl and the wheel, + and − change the size; 0 shows the whole map, and 0 again goes back.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Ein Klick auf eine Zelle, eine Beschriftung oder eine Schicht wählt sie, ebenso die Pfeiltasten, Pos1 und Ende. Strg mit dem Mausrad, + und − ändern die Größe; 0 zeigt die ganze Karte, noch einmal 0 führt zurück.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Alive per layer&lt;/b&gt;&lt;p&gt;How many pieces each layer leaves, against the plain model that keeps all of them. The cost of a layer grows with the number that it works on, so the area above the curve is what is saved.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Verblieben je Schicht&lt;/b&gt;&lt;p&gt;Wie viele Wortstücke jede Schicht übrig lässt, verglichen mit dem einfachen Modell, das alle behält. Die Kosten einer Schicht wachsen mit der Zahl, auf der sie rechnet; die Fläche über der Kurve ist also das, was gespart wird.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Scores of a layer&lt;/b&gt;&lt;p&gt;The score of each word that the chosen layer finds, as a multiple of the uniform level 1/n.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Scores einer Schicht&lt;/b&gt;&lt;p&gt;Der Score jedes Wortes, das die gewählte Schicht vorfindet, als Vielfaches der Gleichverteilung 1/n.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;This model drops nothing, so there is no line that words fall under.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Dieses Modell entfernt nichts, darum gibt es keine Linie, unter die Wörter fallen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The line is the layer&apos;s threshold:&lt;/p&gt;</source>
        <translation>&lt;p&gt;Die Linie ist der Schwellenwert der Schicht:&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The line is the threshold, which stands still in the rule&apos;s own unit and moves among multiples of 1/n. Where a layer decides nothing there is none.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Die Linie ist der Schwellenwert, der im Maß der Regel selbst feststeht und unter den Vielfachen von 1/n wandert. Wo eine Schicht nichts entscheidet, gibt es keine.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;The line is the least score that stays: as many of the best stay as the model allows the layer. Where all stay there is none.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Die Linie ist der niedrigste Score, der bleibt: So viele der besten bleiben, wie das Modell der Schicht lässt. Wo alle bleiben, gibt es keine.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;Bars under it are dropped in this layer. [CLS] stays even there.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Was darunter liegt, entfernt diese Schicht. [CLS] bleibt selbst dann.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Cost of this text&lt;/b&gt;&lt;p&gt;&lt;i&gt;Operations&lt;/i&gt; are counted, not estimated: a layer of width H with inner width I on n pieces takes&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;(8H² + 4HI)·n + 4H·n²&lt;/p&gt;&lt;p&gt;Pooler and classifier are included.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Kosten dieses Textes&lt;/b&gt;&lt;p&gt;&lt;i&gt;Rechenschritte&lt;/i&gt; sind gezählt, nicht geschätzt: Eine Schicht der Breite H mit innerer Breite I braucht für n Wortstücke&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;(8H² + 4HI)·n + 4H·n²&lt;/p&gt;&lt;p&gt;Pooler und Klassifikator sind mitgezählt.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;i&gt;Time&lt;/i&gt; is measured on this machine, one text at a time: one run while you type, the median of ten once you pause. It gains less than the operations do, because the weights of every layer have to be read from memory whatever the number of pieces, and small matrices keep the processor less busy.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;i&gt;Zeit&lt;/i&gt; wird auf diesem Rechner gemessen, ein Text nach dem anderen: ein Lauf, während Sie tippen, der Median aus zehn, sobald Sie innehalten. Sie gewinnt weniger als die Rechenschritte, denn die Gewichte jeder Schicht müssen unabhängig von der Zahl der Wortstücke aus dem Speicher gelesen werden, und kleine Matrizen lasten den Prozessor schlechter aus.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Selected word&lt;/b&gt;&lt;p&gt;The word&apos;s score at each layer, as a multiple of the uniform level:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;( Σ&lt;sub&gt;pieces&lt;/sub&gt; &lt;i&gt;S&lt;/i&gt;&lt;sub&gt;i&lt;/sub&gt; ) · n / pieces&lt;/p&gt;&lt;p&gt;Bars to the right are above the uniform level, bars to the left below it; the ends stand for 8 times and one eighth. The dotted line is what a piece needs to stay. Select words with a click or the arrow keys.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Gewähltes Wort&lt;/b&gt;&lt;p&gt;Der Score des Wortes in jeder Schicht, als Vielfaches der Gleichverteilung:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;( Σ&lt;sub&gt;Stücke&lt;/sub&gt; &lt;i&gt;S&lt;/i&gt;&lt;sub&gt;i&lt;/sub&gt; ) · n / Stücke&lt;/p&gt;&lt;p&gt;Balken nach rechts liegen über der Gleichverteilung, Balken nach links darunter; die Enden stehen für das 8-Fache und ein Achtel. Die gepunktete Linie ist, was ein Wortstück braucht, um zu bleiben. Wörter wählt man mit einem Klick oder den Pfeiltasten.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;h2&gt;How to read this&lt;/h2&gt;&lt;p&gt;A text classifier of the BERT family reads all words of a text in every layer. A model that drops words decides on the way which of them still matter, and removes the others for good: fewer words, less work. AdapLens shows those decisions.&lt;/p&gt;</source>
        <translation>&lt;h2&gt;Wie man das liest&lt;/h2&gt;&lt;p&gt;Ein Textklassifikator der BERT-Familie liest in jeder Schicht alle Wörter eines Textes. Ein Modell, das Wörter entfernt, entscheidet unterwegs, welche noch wichtig sind, und entfernt die übrigen endgültig: weniger Wörter, weniger Arbeit. AdapLens zeigt diese Entscheidungen.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Accuracy over speed-up&lt;/b&gt;&lt;p&gt;Each mark is one model, set in one way, on one split of the data: how often it answers rightly, and how much less it costs than the plain model, which stands at 1. A method with a knob (how hard it drops words) has a mark for each setting, joined by a thin line.&lt;/p&gt;&lt;p&gt;&lt;i&gt;FLOPs&lt;/i&gt; are operations, exactly counted, total of the plain model over total of the reduced one. Texts count at their own length; &lt;i&gt;padded&lt;/i&gt; counts all of them at the longest one&apos;s, as many published tables do, which makes every speed-up look larger. &lt;i&gt;Wall clock&lt;/i&gt; is time, measured with both models by turns, under the conditions below the plot.&lt;/p&gt;&lt;p&gt;The staircase is the &lt;i&gt;Pareto front&lt;/i&gt;: no other point measured in the same sweep is at least as fast and as good. Bars are bootstrap intervals; points whose bars overlap may well stand the other way round on other texts.&lt;/p&gt;&lt;p&gt;Grey marks are floors: the plain model with as many words removed as another point removes, chosen at random, by position or by attention, without any training.&lt;/p&gt;&lt;p&gt;Hollow marks are published figures: other people&apos;s hardware, most of them BERT-base, each measured in its own way. They are no part of the front.&lt;/p&gt;&lt;p&gt;A click or the arrow keys select a point, a double click or Enter opens its model in Inspect.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Genauigkeit über Beschleunigung&lt;/b&gt;&lt;p&gt;Jedes Zeichen ist ein Modell in einer Einstellung auf einem Teil der Daten: wie oft es richtig antwortet, und wie viel weniger es kostet als das einfache Modell, das bei 1 steht. Eine Methode mit einem Regler (wie stark sie Wörter entfernt) hat für jede Einstellung ein Zeichen; eine dünne Linie verbindet sie.&lt;/p&gt;&lt;p&gt;&lt;i&gt;FLOPs&lt;/i&gt; sind Rechenschritte, genau gezählt, Summe des einfachen Modells durch Summe des verkürzten. Texte zählen mit ihrer eigenen Länge; &lt;i&gt;aufgefüllt&lt;/i&gt; zählt alle mit der Länge des längsten, wie viele veröffentlichte Tabellen, und lässt jede Beschleunigung größer aussehen. &lt;i&gt;Uhrzeit&lt;/i&gt; ist gemessene Zeit, beide Modelle abwechselnd, unter den Bedingungen unter dem Diagramm.&lt;/p&gt;&lt;p&gt;Die Treppe ist die &lt;i&gt;Pareto-Front&lt;/i&gt;: Kein anderer Punkt derselben Messreihe ist mindestens so schnell und so gut. Balken sind Bootstrap-Intervalle; Punkte, deren Balken sich überlappen, können auf anderen Texten auch umgekehrt stehen.&lt;/p&gt;&lt;p&gt;Graue Zeichen sind Untergrenzen: das einfache Modell, dem so viele Wörter genommen werden wie bei einem anderen Punkt, gewählt nach Zufall, Platz oder Aufmerksamkeit, ohne Training.&lt;/p&gt;&lt;p&gt;Hohle Zeichen sind veröffentlichte Zahlen: fremde Rechner, meist BERT-base, jede auf ihre Art gemessen. Sie gehören nicht zur Front.&lt;/p&gt;&lt;p&gt;Ein Klick oder die Pfeiltasten wählen einen Punkt, ein Doppelklick oder die Eingabetaste öffnet sein Modell unter „Einblick“.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;The points&lt;/b&gt;&lt;p&gt;The figures are those of the table that &lt;code&gt;adaplens-cli sweep&lt;/code&gt; writes, with the interval behind each. A click on a column&apos;s title sorts by it. Points that failed or were not run are named with the reason.&lt;/p&gt;&lt;p&gt;For a floor, &lt;i&gt;Open in Inspect&lt;/i&gt; opens the model whose number of words it keeps.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Die Punkte&lt;/b&gt;&lt;p&gt;Die Zahlen sind die der Tabelle, die &lt;code&gt;adaplens-cli sweep&lt;/code&gt; schreibt, jede mit ihrem Intervall. Ein Klick auf einen Spaltentitel sortiert danach. Punkte, die fehlschlugen oder nicht gemessen wurden, sind mit dem Grund genannt.&lt;/p&gt;&lt;p&gt;Bei einer Untergrenze öffnet &lt;i&gt;In „Einblick“ öffnen&lt;/i&gt; das Modell, von dem sie die Zahl der Wörter hat.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Sweeps&lt;/b&gt;&lt;p&gt;A &lt;i&gt;sweep&lt;/i&gt; measures all methods on one data set, in one run, so that their figures can be compared: &lt;code&gt;adaplens-cli sweep&lt;/code&gt; makes one, and its file &lt;i&gt;sweep.json&lt;/i&gt; is opened here. Some come with the program.&lt;/p&gt;&lt;p&gt;Several sweeps of a data set can be shown over one another: each has a front of its own, and marks of the second and the following ones are paler. A split is a part of the data set: what was chosen by &lt;i&gt;dev&lt;/i&gt; looks a little too good there, &lt;i&gt;test&lt;/i&gt; says what to expect.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Messreihen&lt;/b&gt;&lt;p&gt;Eine &lt;i&gt;Messreihe&lt;/i&gt; misst alle Methoden auf einem Datensatz in einem Lauf, sodass sich ihre Zahlen vergleichen lassen: &lt;code&gt;adaplens-cli sweep&lt;/code&gt; macht eine, und ihre Datei &lt;i&gt;sweep.json&lt;/i&gt; wird hier geöffnet. Einige kommen mit dem Programm.&lt;/p&gt;&lt;p&gt;Mehrere Messreihen eines Datensatzes lassen sich übereinanderlegen: Jede hat ihre eigene Front, und die Zeichen der zweiten und der weiteren sind blasser. Ein Teil ist ein Teil des Datensatzes: Was nach &lt;i&gt;dev&lt;/i&gt; gewählt wurde, sieht dort etwas zu gut aus, &lt;i&gt;test&lt;/i&gt; sagt, was zu erwarten ist.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;As fast as is safe&lt;/b&gt;&lt;p&gt;The thresholds by which a model drops tokens are multiplied by a &lt;i&gt;scale&lt;/i&gt;: above 1 more tokens go. A run answers each of your texts without dropping tokens and at every scale, and counts the right answers that turn wrong. A scale keeps the promise where so few are lost that a true loss above the limit would hardly ever look like this:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;p = min( exp(−n h(L/n, α)), e · P(Binomial(n, α) ≤ L) ) ≤ 1 − confidence&lt;/p&gt;&lt;p&gt;with L of n answers lost, α the loss allowed and h the relative entropy of the two shares (Hoeffding and Bentkus). Scales are tested from the safest to the fastest until one fails, so that trying many costs no confidence. Answers that turn from wrong to right are counted, but not set against those lost.&lt;/p&gt;&lt;p&gt;It holds if the texts are independent of one another and like those to come, and if the model was neither trained nor chosen by them; on the device and with the number of threads that stand below the figures. A smaller loss or more confidence needs more texts: to promise 1 % with 90 % it takes 230 without a single loss.&lt;/p&gt;&lt;p&gt;The confidence is that of one test: the promise holds for the loss and confidence fixed before looking, and choosing them by what the slider shows weakens it.&lt;/p&gt;</source>
        <translation>&lt;b&gt;So schnell, wie es sicher geht&lt;/b&gt;&lt;p&gt;Die Schwellen, nach denen ein Modell Token weglässt, werden mit einem &lt;i&gt;Faktor&lt;/i&gt; malgenommen: Über 1 fallen mehr Token weg. Ein Lauf beantwortet jeden Ihrer Texte ohne Weglassen von Token und bei jedem Faktor und zählt die richtigen Antworten, die falsch werden. Ein Faktor hält das Versprechen, wenn so wenige verloren gehen, dass ein wahrer Verlust über der Grenze kaum je so aussähe:&lt;/p&gt;&lt;p align=&apos;center&apos;&gt;p = min( exp(−n h(L/n, α)), e · P(Binomial(n, α) ≤ L) ) ≤ 1 − Sicherheit&lt;/p&gt;&lt;p&gt;Dabei sind L von n Antworten verloren, α ist der erlaubte Verlust und h die relative Entropie der beiden Anteile (Hoeffding und Bentkus). Die Faktoren werden vom sichersten zum schnellsten geprüft, bis einer durchfällt, sodass es keine Sicherheit kostet, viele zu versuchen. Antworten, die von falsch zu richtig werden, sind gezählt, aber nicht gegen die verlorenen aufgerechnet.&lt;/p&gt;&lt;p&gt;Es gilt, wenn die Texte voneinander unabhängig und wie die künftigen sind und das Modell mit ihnen weder trainiert noch ausgewählt wurde; auf dem Gerät und mit der Zahl von Threads, die unter den Zahlen stehen. Weniger Verlust oder mehr Sicherheit braucht mehr Texte: Um 1 % mit 90 % zu versprechen, braucht es 230 ohne einen einzigen Verlust.&lt;/p&gt;&lt;p&gt;Die Sicherheit ist die einer einzigen Prüfung: Das Versprechen hält für den Verlust und die Sicherheit, die vor dem Hinsehen feststanden; wer sie nach dem wählt, was der Regler zeigt, schwächt es.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Side by side&lt;/b&gt;&lt;p&gt;The same text in two models, A and B. What is selected in one, a word or a layer, is selected in both, and both scroll together; words are found by where they stand in your text, however a model cuts it.&lt;/p&gt;&lt;p&gt;A bar under a word says that this side still has it and the other one has dropped it: in the text after the selected layer, in a map&apos;s cells after theirs, in the last row at the end.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Random&lt;/i&gt;, &lt;i&gt;most attended&lt;/i&gt;, &lt;i&gt;first&lt;/i&gt; and &lt;i&gt;last tokens&lt;/i&gt; are the plain model of A, with as many tokens dropped in each layer as A drops of this text, but chosen without any training: what A has learned shows in the difference. &lt;i&gt;Nothing dropped&lt;/i&gt; is the plain model as it is.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Nebeneinander&lt;/b&gt;&lt;p&gt;Derselbe Text in zwei Modellen, A und B. Was in einem ausgewählt ist, ein Wort oder eine Schicht, ist in beiden ausgewählt, und beide rollen gemeinsam; Wörter werden nach ihrer Stelle im Text gefunden, wie auch immer ein Modell ihn zerlegt.&lt;/p&gt;&lt;p&gt;Ein Balken unter einem Wort sagt, dass diese Seite es noch hat und die andere es entfernt hat: im Text nach der ausgewählten Schicht, in den Zellen einer Karte nach der ihren, in der letzten Zeile am Ende.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Zufällige&lt;/i&gt;, &lt;i&gt;meistbeachtete&lt;/i&gt;, &lt;i&gt;erste&lt;/i&gt; und &lt;i&gt;letzte Token&lt;/i&gt; sind das einfache Modell von A, in dem jede Schicht so viele Token entfernt wie A bei diesem Text, aber ohne jedes Training ausgewählt: Was A gelernt hat, zeigt sich im Unterschied. &lt;i&gt;Nichts entfernt&lt;/i&gt; ist das einfache Modell, wie es ist.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;What if&lt;/b&gt;&lt;p&gt;What the model would have answered, had you decided otherwise. Nothing of the model is changed: only this text is run again.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Thresholds&lt;/b&gt;: above 1 they are harsher than the trained ones and more words go, below 1 fewer. A double click restores the model&apos;s own.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Words&lt;/b&gt;: select one in the map or the text, then press K to keep it from the selected layer on, D to drop it there, Backspace to leave it to the model again. A dot marks the cells about which you decide.&lt;/p&gt;&lt;p&gt;Ctrl+Z takes the last change back. Another text forgets the words, another model everything.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Was wäre, wenn&lt;/b&gt;&lt;p&gt;Was das Modell geantwortet hätte, wenn Sie anders entschieden hätten. Am Modell ändert sich nichts: Nur dieser Text läuft noch einmal.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Schwellenwerte&lt;/b&gt;: Über 1 sind sie strenger als die gelernten, und mehr Wörter gehen, unter 1 weniger. Ein Doppelklick stellt die eigenen des Modells wieder her.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Wörter&lt;/b&gt;: Wählen Sie eines in der Karte oder im Text und drücken Sie K, um es ab der gewählten Schicht zu behalten, D, um es dort zu entfernen, die Rücktaste, um es wieder dem Modell zu überlassen. Ein Punkt markiert die Zellen, über die Sie entscheiden.&lt;/p&gt;&lt;p&gt;Strg+Z nimmt die letzte Änderung zurück. Ein anderer Text vergisst die Wörter, ein anderes Modell alles.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Runs tried&lt;/b&gt;&lt;p&gt;Each text that stood for a second, with the changes made to its run: the answer, how many tokens reached it, how many operations that took and how long. The time is the median of ten runs on this machine.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Copy as CSV&lt;/i&gt; copies all of it, for a spreadsheet: the model, its precision, and the same numbers of the plain pass, too.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Versuche&lt;/b&gt;&lt;p&gt;Jeder Text, der eine Sekunde stand, mit den Änderungen an seinem Lauf: die Antwort, wie viele Token sie erreicht haben, wie viele Rechenschritte das brauchte und wie lange es dauerte. Die Zeit ist der Median aus zehn Läufen auf diesem Rechner.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Als CSV kopieren&lt;/i&gt; kopiert alles, für eine Tabellenkalkulation: das Modell, seine Genauigkeit und dieselben Zahlen des einfachen Laufs dazu.&lt;/p&gt;</translation>
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
    <message>
        <source>working…</source>
        <translation>rechnet …</translation>
    </message>
</context>
<context>
    <name>InspectPage</name>
    <message>
        <source>Attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Saliency</source>
        <translation>Saliency</translation>
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
        <source>The pasted text has %1 characters; the first %2 were taken.</source>
        <translation>Der eingefügte Text hat %1 Zeichen; die ersten %2 wurden übernommen.</translation>
    </message>
    <message>
        <source>Another model, or another choice of tokens, beside this one (Ctrl+B)</source>
        <translation>Ein anderes Modell oder eine andere Auswahl der Token neben diesem (Strg+B)</translation>
    </message>
    <message>
        <source>Model to stand beside it</source>
        <translation>Modell, das danebenstehen soll</translation>
    </message>
    <message>
        <source>Beside: %1</source>
        <translation>Daneben: %1</translation>
    </message>
    <message>
        <source>Beside this model: %1</source>
        <translation>Neben diesem Modell: %1</translation>
    </message>
    <message>
        <source>Nothing beside this model</source>
        <translation>Nichts neben diesem Modell</translation>
    </message>
    <message>
        <source>Model beside this one…</source>
        <translation>Modell neben diesem …</translation>
    </message>
    <message>
        <source>Undo the change of this run</source>
        <translation>Änderung dieses Laufs rückgängig machen</translation>
    </message>
    <message>
        <source>Redo the change of this run</source>
        <translation>Änderung dieses Laufs wiederholen</translation>
    </message>
</context>
<context>
    <name>InspectPanels</name>
    <message>
        <source>Cost of this text</source>
        <translation>Kosten dieses Textes</translation>
    </message>
    <message>
        <source>Selected word</source>
        <translation>Gewähltes Wort</translation>
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
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>probability of each class</source>
        <translation>Wahrscheinlichkeit jeder Klasse</translation>
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
        <source>Not now</source>
        <translation>Jetzt nicht</translation>
    </message>
    <message>
        <source>Close “Try it”</source>
        <translation>„Zum Ausprobieren“ schließen</translation>
    </message>
    <message>
        <source>What if</source>
        <translation>Was wäre, wenn</translation>
    </message>
    <message>
        <source>other thresholds, other words</source>
        <translation>andere Schwellenwerte, andere Wörter</translation>
    </message>
    <message>
        <source>Runs tried</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>each text and setting that stood for a second</source>
        <translation>jeder Text und jede Einstellung, die eine Sekunde stand</translation>
    </message>
</context>
<context>
    <name>KeptRuns</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Kept runs</source>
        <translation>Behaltene Läufe</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the run that is selected (%1)</source>
        <translation>Den gewählten Lauf entfernen (%1)</translation>
    </message>
</context>
<context>
    <name>KnobForm</name>
    <message>
        <source>Texts a step of the optimiser</source>
        <translation>Texte je Schritt des Optimierers</translation>
    </message>
    <message>
        <source>Word pieces of a text that are read; the rest of longer ones is left out</source>
        <translation>Wortstücke, die von einem Text gelesen werden; der Rest längerer Texte fällt weg</translation>
    </message>
    <message>
        <source>Of the order of texts, dropout and new weights: the same seed gives the same model</source>
        <translation>Für die Reihenfolge der Texte, Dropout und neue Gewichte: derselbe Startwert ergibt dasselbe Modell</translation>
    </message>
    <message>
        <source>Weight of the speed loss: more drops more tokens</source>
        <translation>Gewicht des Geschwindigkeitsverlusts: mehr entfernt mehr Token</translation>
    </message>
    <message>
        <source>Matrix products in bfloat16: faster where the processor has it</source>
        <translation>Matrixprodukte in bfloat16: schneller, wo der Prozessor das kann</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>Longest text</source>
        <translation>Längster Text</translation>
    </message>
    <message>
        <source>φ</source>
        <translation>φ</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Phi, the weight of the speed loss</source>
        <translation>Phi, das Gewicht des Geschwindigkeitsverlusts</translation>
    </message>
    <message>
        <source>%1 of step %2</source>
        <translation>%1 des Schritts %2</translation>
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
    <name>LayeredText</name>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>the stronger the ground, the higher the word&apos;s %1 in that layer; struck out: the layer drops it; a gap: an earlier one has</source>
        <translation>je kräftiger der Grund, desto höher der Wert des Wortes in dieser Schicht (%1); durchgestrichen: Die Schicht entfernt es; Lücke: Eine frühere hat es entfernt</translation>
    </message>
    <message>
        <source>the stronger the ground, the higher the word&apos;s %1 in that layer</source>
        <translation>je kräftiger der Grund, desto höher der Wert des Wortes in dieser Schicht (%1)</translation>
    </message>
    <message>
        <source>first text</source>
        <translation>erster Text</translation>
    </message>
    <message>
        <source>second text</source>
        <translation>zweiter Text</translation>
    </message>
</context>
<context>
    <name>Lesson</name>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>“%1” is unknown; these are known: %2</source>
        <translation>„%1“ ist unbekannt; bekannt sind: %2</translation>
    </message>
    <message>
        <source>“%1” should be a text</source>
        <translation>„%1“ sollte ein Text sein</translation>
    </message>
    <message>
        <source>“%1” has no text in English (“en”)</source>
        <translation>„%1“ hat keinen Text auf Englisch („en“)</translation>
    </message>
    <message>
        <source>“%1” should be a list</source>
        <translation>„%1“ sollte eine Liste sein</translation>
    </message>
    <message>
        <source>“%1” should be an object</source>
        <translation>„%1“ sollte ein Objekt sein</translation>
    </message>
    <message>
        <source>“do” should have one of these: %1</source>
        <translation>„do“ sollte eines von diesen haben: %1</translation>
    </message>
    <message>
        <source>“%1” has a value that says nothing</source>
        <translation>„%1“ hat einen Wert, der nichts sagt</translation>
    </message>
    <message>
        <source>“right” should be the number of the right answer, from 1 to %1</source>
        <translation>„right“ sollte die Nummer der richtigen Antwort sein, von 1 bis %1</translation>
    </message>
    <message>
        <source>“task” should say what is to be done, since “do” asks for something</source>
        <translation>„task“ sollte sagen, was zu tun ist, denn „do“ verlangt etwas</translation>
    </message>
    <message>
        <source>a step has “do” or “question”, not both</source>
        <translation>ein Schritt hat „do“ oder „question“, nicht beides</translation>
    </message>
    <message>
        <source>%1 is no lesson: %2.</source>
        <translation>%1 ist keine Lektion: %2.</translation>
    </message>
    <message>
        <source>at byte %1 its JSON ends or goes wrong</source>
        <translation>bei Byte %1 endet sein JSON oder ist falsch</translation>
    </message>
    <message>
        <source>it holds no object</source>
        <translation>sie enthält kein Objekt</translation>
    </message>
    <message>
        <source>“schema” should be “adaplens.lesson/1”</source>
        <translation>„schema“ sollte „adaplens.lesson/1“ sein</translation>
    </message>
    <message>
        <source>it has %1 steps, more than %2</source>
        <translation>sie hat %1 Schritte, mehr als %2</translation>
    </message>
    <message>
        <source>%1, step %2</source>
        <translation>%1, Schritt %2</translation>
    </message>
    <message>
        <source>it should be an object</source>
        <translation>er sollte ein Objekt sein</translation>
    </message>
    <message>
        <source>%1 cannot be read; choose the file of a lesson.</source>
        <translation>%1 kann nicht gelesen werden; wählen Sie die Datei einer Lektion.</translation>
    </message>
    <message>
        <source>%1 is too large for a lesson.</source>
        <translation>%1 ist zu groß für eine Lektion.</translation>
    </message>
</context>
<context>
    <name>LessonCard</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Leave the lesson</source>
        <translation>Lektion verlassen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>%1 · step %2 of %3</source>
        <translation>%1 · Schritt %2 von %3</translation>
    </message>
    <message>
        <source>→ %1</source>
        <translation>→ %1</translation>
    </message>
    <message>
        <source>Right. %1</source>
        <translation>Richtig. %1</translation>
    </message>
    <message>
        <source>Not quite. %1</source>
        <translation>Nicht ganz. %1</translation>
    </message>
    <message>
        <source>✓ %1</source>
        <translation>✓ %1</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Write the text once for each layer, as papers show it, to &lt;file&gt; (PNG, SVG or PDF) and quit.</source>
        <translation>Den Text einmal für jede Schicht, wie Aufsätze ihn zeigen, in &lt;Datei&gt; schreiben (PNG, SVG oder PDF) und enden.</translation>
    </message>
    <message>
        <source>The second text, for models of pairs.</source>
        <translation>Der zweite Text, für Modelle mit Textpaaren.</translation>
    </message>
    <message>
        <source>Shows which words an adaptive BERT drops, where, and what that saves.</source>
        <translation>Zeigt, welche Wörter ein adaptives BERT entfernt, wo es das tut und was das spart.</translation>
    </message>
    <message>
        <source>Open the model in &lt;folder&gt;, or the one that came with AdapLens under this name.</source>
        <translation>Das Modell im &lt;Ordner&gt; öffnen, oder das mit AdapLens gelieferte dieses Namens.</translation>
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
        <source>--pair gives the second text of --text, which is missing</source>
        <translation>--pair gibt den zweiten Text zu --text an, und der fehlt</translation>
    </message>
    <message>
        <source>there is no translation into “%1”; choose one of: %2</source>
        <translation>eine Übersetzung in „%1“ gibt es nicht; zur Wahl stehen: %2</translation>
    </message>
    <message>
        <source>see adaplens --help</source>
        <translation>siehe adaplens --help</translation>
    </message>
    <message>
        <source>Show &lt;model&gt; beside it: a folder or name like that of --model, one of %1 (the plain model with as many tokens dropped, chosen without training), or none (nothing dropped).</source>
        <translation>Daneben &lt;Modell&gt; zeigen: ein Ordner oder Name wie bei --model, eines von %1 (das einfache Modell, aus dem ebenso viele Token entfernt sind, ohne Training ausgewählt) oder none (nichts entfernt).</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Write the text on its way through the layers, moving, to &lt;file&gt; (GIF or SVG) and quit.</source>
        <translation>Den Weg des Textes durch die Schichten bewegt in &lt;file&gt; schreiben (GIF oder SVG) und beenden.</translation>
    </message>
    <message>
        <source>Write token map (PNG, SVG), web page and trace (JSON) to the --out folder and quit.</source>
        <translation>Token-Karte (PNG, SVG), Webseite und Lauf (JSON) in den Ordner von --out schreiben und beenden.</translation>
    </message>
    <message>
        <source>A link that AdapLens has copied, or the file of a lesson: opens what it shows.</source>
        <translation>Ein Link, den AdapLens kopiert hat, oder die Datei einer Lektion: öffnet, was er zeigt.</translation>
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
        <source>This processor has no instructions for products in %1, so the model runs in float32.</source>
        <translation>Dieser Prozessor hat keine Befehle für Produkte in %1, deshalb rechnet das Modell in float32.</translation>
    </message>
    <message>
        <source>Opened “%1”, the model that this example was written for.</source>
        <translation>„%1“ geöffnet, das Modell, für das dieses Beispiel geschrieben ist.</translation>
    </message>
    <message>
        <source>No model came with this copy of AdapLens. Open the folder of a model with Model ▸ Open model folder, or drop it here.</source>
        <translation>Dieses AdapLens hat kein Modell mitbekommen. Öffnen Sie den Ordner eines Modells mit Modell ▸ Modellordner öffnen, oder ziehen Sie ihn hierher.</translation>
    </message>
    <message>
        <source>with thresholds chosen on the Trade-off page</source>
        <translation>mit Schwellen, die auf der Seite „Abwägung“ gewählt wurden</translation>
    </message>
    <message>
        <source>The link changes thresholds or words in a way that does not fit this model and text; those changes were left out.</source>
        <translation>Der Link ändert Schwellenwerte oder Wörter auf eine Weise, die zu Modell und Text nicht passt; diese Änderungen wurden ausgelassen.</translation>
    </message>
    <message>
        <source>The lesson is finished. Help ▸ Lessons has more.</source>
        <translation>Die Lektion ist fertig. Hilfe ▸ Lektionen hat mehr.</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Text &amp;layer by layer (PNG, SVG, PDF)…</source>
        <translation>Text &amp;Schicht für Schicht (PNG, SVG, PDF) …</translation>
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
        <source>Open model folder</source>
        <translation>Modellordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Recent models</source>
        <translation>&amp;Letzte Modelle</translation>
    </message>
    <message>
        <source>&amp;Precision</source>
        <translation>&amp;Rechengenauigkeit</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;float32 · exact</source>
        <translation>&amp;float32 · exakt</translation>
    </message>
    <message>
        <source>Exact: the numbers that reports and papers give</source>
        <translation>Exakt: die Zahlen, die Berichte und Artikel nennen</translation>
    </message>
    <message>
        <source>&amp;bfloat16 · faster</source>
        <translation>&amp;bfloat16 · schneller</translation>
    </message>
    <message>
        <source>Faster; matrix products with 8 bits of mantissa, so scores differ a little</source>
        <translation>Schneller; Matrixprodukte mit 8 Bit Mantisse, die Scores weichen etwas ab</translation>
    </message>
    <message>
        <source>&amp;int8 · fastest</source>
        <translation>&amp;int8 · am schnellsten</translation>
    </message>
    <message>
        <source>Fastest; matrix products of 8-bit integers, so scores differ a little and some words fare otherwise</source>
        <translation>Am schnellsten; Matrixprodukte aus 8-Bit-Ganzzahlen, die Scores weichen etwas ab, und manchem Wort ergeht es anders</translation>
    </message>
    <message>
        <source>E&amp;xamples</source>
        <translation>&amp;Beispiele</translation>
    </message>
    <message>
        <source>Text from a &amp;file…</source>
        <translation>Text aus einer &amp;Datei…</translation>
    </message>
    <message>
        <source>Text from a file</source>
        <translation>Text aus einer Datei</translation>
    </message>
    <message>
        <source>Texts (*.txt *.md);;All files (*)</source>
        <translation>Texte (*.txt *.md);;Alle Dateien (*)</translation>
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
        <source>Export</source>
        <translation>Exportieren</translation>
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
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Reset panels</source>
        <translation>Felder &amp;zurücksetzen</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
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
        <source>Models of AdapLens</source>
        <translation>Modelle von AdapLens</translation>
    </message>
    <message>
        <source>&amp;Animation of the layers (GIF, SVG)…</source>
        <translation>&amp;Animation der Schichten (GIF, SVG) …</translation>
    </message>
    <message>
        <source>GIF animation (*.gif);;Animated SVG (*.svg)</source>
        <translation>GIF-Animation (*.gif);;Bewegtes SVG (*.svg)</translation>
    </message>
    <message>
        <source>A picture of each la&amp;yer (PNG)…</source>
        <translation>Ein &amp;Bild jeder Schicht (PNG) …</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>&amp;Web page…</source>
        <translation>&amp;Webseite …</translation>
    </message>
    <message>
        <source>Web page (*.html)</source>
        <translation>Webseite (*.html)</translation>
    </message>
    <message>
        <source>Copy &amp;link</source>
        <translation>&amp;Link kopieren</translation>
    </message>
    <message>
        <source>Copied: model, text, layer and changes of the run. Help ▸ Open link shows them again.</source>
        <translation>Kopiert: Modell, Text, Schicht und Änderungen des Laufs. Hilfe ▸ Link öffnen zeigt sie wieder.</translation>
    </message>
    <message>
        <source>&amp;Present</source>
        <translation>&amp;Vorführen</translation>
    </message>
    <message>
        <source>The whole screen, large type, card after card with the Page keys; Esc ends it</source>
        <translation>Der ganze Bildschirm, große Schrift, mit den Bild-Tasten von Karte zu Karte; Esc beendet es</translation>
    </message>
    <message>
        <source>One &amp;card alone</source>
        <translation>Eine &amp;Karte allein</translation>
    </message>
    <message>
        <source>The one with the keyboard, or all again; a double click on a title does the same</source>
        <translation>Die mit der Tastatur, oder wieder alle; ein Doppelklick auf einen Titel tut dasselbe</translation>
    </message>
    <message>
        <source>Open &amp;link…</source>
        <translation>&amp;Link öffnen …</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>A link that AdapLens has copied:</source>
        <translation>Ein Link, den AdapLens kopiert hat:</translation>
    </message>
    <message>
        <source>&amp;Open lesson…</source>
        <translation>Lektion &amp;öffnen …</translation>
    </message>
    <message>
        <source>Open lesson</source>
        <translation>Lektion öffnen</translation>
    </message>
    <message>
        <source>Lessons (*.adaplens-lesson *.json);;All files (*)</source>
        <translation>Lektionen (*.adaplens-lesson *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>&amp;Lessons</source>
        <translation>&amp;Lektionen</translation>
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
    <name>MethodChips</name>
    <message>
        <source>Slow: 50 passes forward and back for each text.</source>
        <translation>Langsam: 50 Durchläufe vorwärts und rückwärts für jeden Text.</translation>
    </message>
    <message>
        <source>Slow: one pass for each token of each text.</source>
        <translation>Langsam: ein Durchlauf für jedes Token jedes Textes.</translation>
    </message>
</context>
<context>
    <name>Methods</name>
    <message>
        <source>attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>attention received</source>
        <translation>erhaltene Aufmerksamkeit</translation>
    </message>
    <message>
        <source>rollout</source>
        <translation>Rollout</translation>
    </message>
    <message>
        <source>saliency</source>
        <translation>Saliency</translation>
    </message>
    <message>
        <source>integrated gradients</source>
        <translation>integrierte Gradienten</translation>
    </message>
    <message>
        <source>leave one out</source>
        <translation>eines weglassen</translation>
    </message>
    <message>
        <source>random</source>
        <translation>Zufall</translation>
    </message>
    <message>
        <source>How much [CLS] attends to each word at a layer, mean of all heads.</source>
        <translation>Wie viel Aufmerksamkeit [CLS] jedem Wort in einer Schicht gibt, Mittel aller Köpfe.</translation>
    </message>
    <message>
        <source>How much attention each word gets from all words at a layer, mean of all heads.</source>
        <translation>Wie viel Aufmerksamkeit jedes Wort in einer Schicht von allen Wörtern erhält, Mittel aller Köpfe.</translation>
    </message>
    <message>
        <source>Attention followed from [CLS] at a layer back through all layers below it.</source>
        <translation>Aufmerksamkeit, von [CLS] in einer Schicht durch alle Schichten darunter zurückverfolgt.</translation>
    </message>
    <message>
        <source>How strongly each word&apos;s state moves the class at a layer: norm of gradient times state.</source>
        <translation>Wie stark der Zustand jedes Wortes in einer Schicht die Klasse bewegt: Norm von Gradient mal Zustand.</translation>
    </message>
    <message>
        <source>Gradients gathered on the way from an empty text to this one; one score a word.</source>
        <translation>Gradienten, gesammelt auf dem Weg von einem leeren Text zu diesem; ein Score je Wort.</translation>
    </message>
    <message>
        <source>How far the class&apos;s probability falls when the word is deleted; one score a word.</source>
        <translation>Wie weit die Wahrscheinlichkeit der Klasse fällt, wenn das Wort gelöscht wird; ein Score je Wort.</translation>
    </message>
    <message>
        <source>Chance: the floor that every method has to beat.</source>
        <translation>Zufall: die Untergrenze, die jede Methode übertreffen muss.</translation>
    </message>
    <message>
        <source>The score by which the model (%1) decides which words to keep at each layer.</source>
        <translation>Der Score, nach dem das Modell (%1) in jeder Schicht entscheidet, welche Wörter es behält.</translation>
    </message>
    <message>
        <source>plain twin</source>
        <translation>einfacher Zwilling</translation>
    </message>
    <message>
        <source>model itself</source>
        <translation>Modell selbst</translation>
    </message>
    <message>
        <source>%1 model</source>
        <translation>%1-Modell</translation>
    </message>
</context>
<context>
    <name>MetricCard</name>
    <message>
        <source>Choose what the plot shows</source>
        <translation>Wählen, was die Abbildung zeigt</translation>
    </message>
</context>
<context>
    <name>ModelAdvice</name>
    <message numerus="yes">
        <source>This text is much longer than those that “%1” was trained on (up to %n piece(s)), so its answer may mean little.</source>
        <translation>
            <numerusform>Dieser Text ist viel länger als die, mit denen „%1“ trainiert wurde (bis zu %n Wortstück); seine Antwort sagt vielleicht wenig.</numerusform>
            <numerusform>Dieser Text ist viel länger als die, mit denen „%1“ trainiert wurde (bis zu %n Wortstücken); seine Antwort sagt vielleicht wenig.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” reads one text; the second one is left out.</source>
        <translation>„%1“ liest einen Text; der zweite bleibt weg.</translation>
    </message>
    <message>
        <source>“%1” reads two texts, and the second one is missing.</source>
        <translation>„%1“ liest zwei Texte, und der zweite fehlt.</translation>
    </message>
    <message numerus="yes">
        <source>The texts of this data set are much longer than those that “%1” was trained on (up to %n piece(s)), so its answers may mean little.</source>
        <translation>
            <numerusform>Die Texte dieses Datensatzes sind viel länger als die, mit denen „%1“ trainiert wurde (bis zu %n Wortstück); seine Antworten sagen vielleicht wenig.</numerusform>
            <numerusform>Die Texte dieses Datensatzes sind viel länger als die, mit denen „%1“ trainiert wurde (bis zu %n Wortstücken); seine Antworten sagen vielleicht wenig.</numerusform>
        </translation>
    </message>
    <message>
        <source>This data set holds pairs of texts, and “%1” reads one text only.</source>
        <translation>Dieser Datensatz enthält Textpaare, und „%1“ liest nur einen Text.</translation>
    </message>
    <message>
        <source>This data set holds single texts, and “%1” reads two.</source>
        <translation>Dieser Datensatz enthält einzelne Texte, und „%1“ liest zwei.</translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translation>„%1“ öffnen</translation>
    </message>
</context>
<context>
    <name>PageRail</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>Inspect</source>
        <translation>Einblick</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Annotieren</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Trade-off</source>
        <translation>Abwägung</translation>
    </message>
</context>
<context>
    <name>PathBox</name>
    <message>
        <source>Choose: %1</source>
        <translation>Auswählen: %1</translation>
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
    <name>PointChip</name>
    <message>
        <source>Show the points of %1</source>
        <translation>Die Punkte von %1 zeigen</translation>
    </message>
</context>
<context>
    <name>PointChips</name>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
</context>
<context>
    <name>PointModel</name>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Knob</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>What differs from point to point of a method</source>
        <translation>Was sich von Punkt zu Punkt einer Methode unterscheidet</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert</translation>
    </message>
    <message>
        <source>Seed of the training</source>
        <translation>Startwert des Trainings</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>Examples that were measured</source>
        <translation>Gemessene Beispiele</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>Speed-up in operations, exactly counted, texts at their own length</source>
        <translation>Beschleunigung in Rechenschritten, genau gezählt, Texte in eigener Länge</translation>
    </message>
    <message>
        <source>Padded</source>
        <translation>Aufgefüllt</translation>
    </message>
    <message>
        <source>Speed-up in operations, every text padded to the longest one&apos;s length</source>
        <translation>Beschleunigung in Rechenschritten, jeder Text auf die Länge des längsten aufgefüllt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Speed-up in wall-clock time, plain and reduced model by turns</source>
        <translation>Beschleunigung nach der Uhr, einfaches und verkürztes Modell abwechselnd</translation>
    </message>
    <message>
        <source>ms a text</source>
        <translation>ms je Text</translation>
    </message>
    <message>
        <source>Milliseconds a text: of the plain model → of this point</source>
        <translation>Millisekunden je Text: des einfachen Modells → dieses Punktes</translation>
    </message>
    <message>
        <source>Kept per layer</source>
        <translation>Behalten je Schicht</translation>
    </message>
    <message>
        <source>Pieces that each layer keeps, of those that enter the first, on average</source>
        <translation>Wortstücke, die jede Schicht behält, von denen, die in die erste gehen, im Mittel</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>%1: none</source>
        <translation>%1: keine Angabe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Messreihe</translation>
    </message>
</context>
<context>
    <name>PointsCard</name>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>bold: on the Pareto front · double-click opens the model in Inspect</source>
        <translation>fett: auf der Pareto-Front · Doppelklick öffnet das Modell unter „Einblick“</translation>
    </message>
    <message>
        <source>Open in Inspect</source>
        <translation>In „Einblick“ öffnen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Points of the trade-off</source>
        <translation>Punkte der Abwägung</translation>
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
        <source>Points as &amp;CSV…</source>
        <translation>Punkte als &amp;CSV …</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Table in &amp;Markdown…</source>
        <translation>Tabelle in &amp;Markdown …</translation>
    </message>
    <message>
        <source>Markdown table (*.md)</source>
        <translation>Markdown-Tabelle (*.md)</translation>
    </message>
    <message>
        <source>Table for &amp;LaTeX…</source>
        <translation>Tabelle für &amp;LaTeX …</translation>
    </message>
    <message>
        <source>LaTeX table (*.tex)</source>
        <translation>LaTeX-Tabelle (*.tex)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Points as &amp;JSON, to be opened again…</source>
        <translation>Punkte als &amp;JSON, zum Wiederöffnen …</translation>
    </message>
    <message>
        <source>Points of “%1” as &amp;JSON…</source>
        <translation>Punkte von „%1“ als &amp;JSON …</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s) not run or failed; the status says why</source>
        <translation>
            <numerusform>%n Punkt nicht gemessen oder fehlgeschlagen; der Status sagt, warum</numerusform>
            <numerusform>%n Punkte nicht gemessen oder fehlgeschlagen; der Status sagt, warum</numerusform>
        </translation>
    </message>
    <message>
        <source>Open the model of the point that is selected, and look at a text in it</source>
        <translation>Das Modell des gewählten Punktes öffnen und einen Text darin ansehen</translation>
    </message>
    <message>
        <source>This point has no model here to be opened</source>
        <translation>Dieser Punkt hat hier kein Modell, das sich öffnen ließe</translation>
    </message>
</context>
<context>
    <name>Popover</name>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Was ist das?</translation>
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
    <name>Presenter</name>
    <message>
        <source>Page keys: card after card · F5: play the layers, F6 slower, F7 faster · F8: contrast · Ctrl+Plus, Ctrl+Minus: type · Esc: back · F1: these keys</source>
        <translation>Bild-Tasten: von Karte zu Karte · F5: Schichten abspielen, F6 langsamer, F7 schneller · F8: Kontrast · Strg+Plus, Strg+Minus: Schrift · Esc: zurück · F1: diese Tasten</translation>
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
    <name>PromiseForm</name>
    <message>
        <source>How many right answers, of a hundred texts, dropping tokens may turn wrong</source>
        <translation>Wie viele richtige Antworten von hundert Texten das Weglassen von Token falsch machen darf</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>How sure the promise must be</source>
        <translation>Wie sicher das Versprechen sein muss</translation>
    </message>
    <message>
        <source>Accuracy that may be lost</source>
        <translation>Genauigkeit, die verloren gehen darf</translation>
    </message>
    <message>
        <source>Accuracy that may be lost, in per cent</source>
        <translation>Genauigkeit, die verloren gehen darf, in Prozent</translation>
    </message>
</context>
<context>
    <name>RankingPlot</name>
    <message>
        <source>Precision and recall of the human rationale</source>
        <translation>Precision und Recall der menschlichen Begründung</translation>
    </message>
    <message>
        <source>All words are marked: there is nothing to tell apart.</source>
        <translation>Alle Wörter sind markiert: Es gibt nichts zu unterscheiden.</translation>
    </message>
    <message>
        <source>Nobody has marked words of this text yet. Mark some on the Annotate page, or open an annotated text there, and precision and recall of every method appear here.</source>
        <translation>Noch hat niemand Wörter dieses Textes markiert. Markieren Sie welche auf der Seite Annotieren, oder öffnen Sie dort einen annotierten Text, dann erscheinen hier Precision und Recall jeder Methode.</translation>
    </message>
    <message>
        <source>%1 marked words · dots: top %2</source>
        <translation>%1 markierte Wörter · Punkte: beste %2</translation>
    </message>
    <message>
        <source>base
rate</source>
        <translation>Basis-
rate</translation>
    </message>
    <message>
        <source>recall (TPR)</source>
        <translation>Recall (TPR)</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Precision</translation>
    </message>
    <message>
        <source>top %1 of %2 words</source>
        <translation>beste %1 von %2 Wörtern</translation>
    </message>
    <message>
        <source>precision %1 · recall %2</source>
        <translation>Precision %1 · Recall %2</translation>
    </message>
</context>
<context>
    <name>RationaleData</name>
    <message>
        <source>%1 does not exist; choose a file or folder with annotated texts.</source>
        <translation>%1 gibt es nicht; wählen Sie eine Datei oder einen Ordner mit annotierten Texten.</translation>
    </message>
    <message>
        <source>%1 holds neither an ERASER set (docs and val.jsonl) nor HateXplain&apos;s dataset.json; choose such a folder, or a JSONL or CSV file with marked spans.</source>
        <translation>%1 enthält weder einen ERASER-Satz (docs und val.jsonl) noch dataset.json von HateXplain; wählen Sie einen solchen Ordner oder eine JSONL- oder CSV-Datei mit markierten Stellen.</translation>
    </message>
    <message>
        <source>example texts</source>
        <translation>Beispieltexte</translation>
    </message>
</context>
<context>
    <name>RationaleEditor</name>
    <message>
        <source>Text to annotate</source>
        <translation>Zu annotierender Text</translation>
    </message>
    <message>
        <source>Choose a text above, or write a new one, to mark the words that are the reason for its label.</source>
        <translation>Wählen Sie oben einen Text, oder schreiben Sie einen neuen, um die Wörter zu markieren, die der Grund für sein Label sind.</translation>
    </message>
    <message>
        <source>%1, marked</source>
        <translation>%1, markiert</translation>
    </message>
    <message numerus="yes">
        <source>Span %1 of %2, %n word(s)</source>
        <translation>
            <numerusform>Stelle %1 von %2, %n Wort</numerusform>
            <numerusform>Stelle %1 von %2, %n Wörter</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportFiles</name>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>%1 ist nicht lesbar: %2.</translation>
    </message>
</context>
<context>
    <name>ResultsCard</name>
    <message>
        <source>Mean over layers</source>
        <translation>Mittel über die Schichten</translation>
    </message>
    <message>
        <source>Layer of the table</source>
        <translation>Schicht der Tabelle</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Keep this run to lay the next one over it</source>
        <translation>Diesen Lauf behalten, um den nächsten darüberzulegen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen …</translation>
    </message>
    <message>
        <source>Lay a run over this one that was saved as JSON</source>
        <translation>Einen als JSON gespeicherten Lauf über diesen legen</translation>
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
        <source>Numbers as &amp;CSV…</source>
        <translation>Zahlen als &amp;CSV …</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>Table for &amp;LaTeX…</source>
        <translation>Tabelle für &amp;LaTeX …</translation>
    </message>
    <message>
        <source>LaTeX table (*.tex)</source>
        <translation>LaTeX-Tabelle (*.tex)</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Whole run as &amp;JSON…</source>
        <translation>Ganzer Lauf als &amp;JSON …</translation>
    </message>
    <message>
        <source>Only “%1” as &amp;JSON…</source>
        <translation>Nur „%1“ als &amp;JSON …</translation>
    </message>
    <message>
        <source>± half of the %1 interval, documents drawn %2 times</source>
        <translation>± Hälfte des %1-Intervalls, Dokumente %2-mal gezogen</translation>
    </message>
    <message>
        <source>mean over layers</source>
        <translation>Mittel über die Schichten</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>partial result, more to come</source>
        <translation>Teilergebnis, es kommt noch mehr</translation>
    </message>
    <message>
        <source>partial result</source>
        <translation>Teilergebnis</translation>
    </message>
</context>
<context>
    <name>RuleWords</name>
    <message>
        <source>attention</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>saliency</source>
        <translation>Saliency</translation>
    </message>
    <message>
        <source>%1 %2, mean of the pieces</source>
        <translation>%1 %2, Mittel der Wortstücke</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>δ %1/n</source>
        <translation>δ %1/n</translation>
    </message>
    <message>
        <source>p ≥ %1</source>
        <translation>p ≥ %1</translation>
    </message>
    <message>
        <source>≥ %1/n</source>
        <translation>≥ %1/n</translation>
    </message>
    <message>
        <source>this layer decides nothing</source>
        <translation>diese Schicht entscheidet nichts</translation>
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
        <source>all pieces stay</source>
        <translation>alle Wortstücke bleiben</translation>
    </message>
    <message>
        <source>only %1 stays</source>
        <translation>nur %1 bleibt</translation>
    </message>
    <message>
        <source>the %1 best pieces stay, from %2 on</source>
        <translation>die %1 besten Wortstücke bleiben, ab %2</translation>
    </message>
    <message>
        <source>this model drops nothing</source>
        <translation>dieses Modell entfernt nichts</translation>
    </message>
    <message>
        <source>kept: %1</source>
        <translation>behalten: %1</translation>
    </message>
    <message>
        <source>this layer decides nothing: every piece that is left stays</source>
        <translation>diese Schicht entscheidet nichts: jedes verbliebene Wortstück bleibt</translation>
    </message>
    <message>
        <source>%1 always stays, and the best of the others by %2 (%3)</source>
        <translation>%1 bleibt immer, dazu die besten der anderen nach %2 (%3)</translation>
    </message>
    <message>
        <source>all pieces stay: there is room for them</source>
        <translation>alle Wortstücke bleiben: Es ist Platz für sie</translation>
    </message>
    <message>
        <source>%1 always stays; the others if their %2 is at least %3</source>
        <translation>%1 bleibt immer; die anderen, wenn ihr Wert (%2) mindestens %3 ist</translation>
    </message>
    <message>
        <source>%1 always stays; the others if their score is at least δ = %2/%3 = %4</source>
        <translation>%1 bleibt immer; die anderen, wenn ihr Score mindestens δ = %2/%3 = %4 ist</translation>
    </message>
    <message>
        <source>what goes, goes after the attention, before the feed-forward part</source>
        <translation>was geht, geht nach der Aufmerksamkeit, vor der Feed-Forward-Stufe</translation>
    </message>
    <message>
        <source>what goes, goes before the attention</source>
        <translation>was geht, geht vor der Aufmerksamkeit</translation>
    </message>
    <message>
        <source>dropped here, after attention</source>
        <translation>hier entfernt, nach der Aufmerksamkeit</translation>
    </message>
    <message>
        <source>dropped here, before attention</source>
        <translation>hier entfernt, vor der Aufmerksamkeit</translation>
    </message>
    <message>
        <source>attention to</source>
        <translation>Aufmerksamkeit</translation>
    </message>
    <message>
        <source>saliency of</source>
        <translation>Saliency</translation>
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
        <source>%1 of each %2 in each layer&apos;s attention, against the uniform level 1/n</source>
        <translation>%1 je %2 in der Aufmerksamkeit jeder Schicht, gegen die Gleichverteilung 1/n</translation>
    </message>
    <message>
        <source>%1 of each %2 in each layer&apos;s attention, as shares that sum to 1</source>
        <translation>%1 je %2 in der Aufmerksamkeit jeder Schicht, als Anteile, die zusammen 1 ergeben</translation>
    </message>
    <message>
        <source>%1 of each %2 entering each layer, against the uniform level 1/n</source>
        <translation>%1 je %2 vor jeder Schicht, gegen die Gleichverteilung 1/n</translation>
    </message>
    <message>
        <source>%1 of each %2 entering each layer, as shares that sum to 1</source>
        <translation>%1 je %2 vor jeder Schicht, als Anteile, die zusammen 1 ergeben</translation>
    </message>
    <message>
        <source>layer %1 decides nothing: every piece that is left stays</source>
        <translation>Schicht %1 entscheidet nichts: jedes verbliebene Wortstück bleibt</translation>
    </message>
    <message>
        <source>%1, layer %2, × uniform; this model drops nothing</source>
        <translation>%1, Schicht %2, × Gleichverteilung; dieses Modell entfernt nichts</translation>
    </message>
    <message>
        <source>%1, layer %2, × uniform; all pieces stay</source>
        <translation>%1, Schicht %2, × Gleichverteilung; alle Wortstücke bleiben</translation>
    </message>
    <message>
        <source>%1, layer %2, × uniform; dropped below the line</source>
        <translation>%1, Schicht %2, × Gleichverteilung; entfernt unter der Linie</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>noch %1 h</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>none is shown</source>
        <translation>keiner wird gezeigt</translation>
    </message>
    <message>
        <source>Back to my run</source>
        <translation>Zurück zu meinem Lauf</translation>
    </message>
    <message>
        <source>Show the run of this page again</source>
        <translation>Wieder den Lauf dieser Seite zeigen</translation>
    </message>
    <message>
        <source>Watch a run…</source>
        <translation>Lauf beobachten …</translation>
    </message>
    <message>
        <source>Follow a run in any folder, also one that the command line trains</source>
        <translation>Einen Lauf in irgendeinem Ordner verfolgen, auch einen der Kommandozeile</translation>
    </message>
    <message>
        <source>Open in Inspect</source>
        <translation>In Einblick öffnen</translation>
    </message>
    <message>
        <source>Open the model of this run and show what it drops</source>
        <translation>Das Modell dieses Laufs öffnen und zeigen, was es entfernt</translation>
    </message>
    <message>
        <source>Progress of the step</source>
        <translation>Fortschritt des Schritts</translation>
    </message>
    <message>
        <source>stopping; the resume point is being written…</source>
        <translation>hält an; der Wiederaufnahmepunkt wird geschrieben …</translation>
    </message>
    <message>
        <source>reading backbone and data…</source>
        <translation>liest Grundmodell und Daten …</translation>
    </message>
    <message>
        <source>Start a run, or watch one that the command line trains.</source>
        <translation>Einen Lauf starten, oder einen beobachten, den die Kommandozeile trainiert.</translation>
    </message>
    <message>
        <source>nothing has been trained here yet</source>
        <translation>hier wurde noch nichts trainiert</translation>
    </message>
    <message>
        <source>waiting for the run to begin…</source>
        <translation>wartet auf den Beginn des Laufs …</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>zu Ende</translation>
    </message>
    <message>
        <source>ended · %1</source>
        <translation>zu Ende · %1</translation>
    </message>
    <message>
        <source>stopped · %1</source>
        <translation>angehalten · %1</translation>
    </message>
    <message>
        <source>%1 · no batch for %2</source>
        <translation>%1 · seit %2 kein Batch</translation>
    </message>
</context>
<context>
    <name>RunControl</name>
    <message>
        <source>Explain agreement with human rationales</source>
        <translation>Die Übereinstimmung mit menschlichen Begründungen erklären</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen …</translation>
    </message>
    <message>
        <source>Choose a model folder…</source>
        <translation>Modellordner wählen …</translation>
    </message>
    <message>
        <source>Folder of an annotated data set</source>
        <translation>Ordner eines annotierten Datensatzes</translation>
    </message>
    <message>
        <source>Annotated data set</source>
        <translation>Annotierter Datensatz</translation>
    </message>
    <message>
        <source>Annotated texts (*.jsonl *.csv *.tsv *.json);;All files (*)</source>
        <translation>Annotierte Texte (*.jsonl *.csv *.tsv *.json);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Model folder</source>
        <translation>Modellordner</translation>
    </message>
    <message>
        <source>stopping…</source>
        <translation>wird angehalten …</translation>
    </message>
    <message>
        <source>opening the model and the data…</source>
        <translation>Modell und Daten werden geöffnet …</translation>
    </message>
    <message>
        <source>no model is open</source>
        <translation>kein Modell ist geöffnet</translation>
    </message>
    <message>
        <source>nothing measured yet</source>
        <translation>noch nichts gemessen</translation>
    </message>
    <message>
        <source>done: %1</source>
        <translation>fertig: %1</translation>
    </message>
    <message>
        <source>stopped: %1</source>
        <translation>angehalten: %1</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Paper&apos;s figure</source>
        <translation>Abbildung des Artikels</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn beginnen</translation>
    </message>
    <message>
        <source>Dropped tokens, weights, number of documents, seed, faithfulness</source>
        <translation>Entfernte Token, Gewichte, Zahl der Dokumente, Startwert, Treue zum Modell</translation>
    </message>
    <message>
        <source>Measure (%1)</source>
        <translation>Messen (%1)</translation>
    </message>
    <message>
        <source>Stop; what was found so far stays, and the run can go on later</source>
        <translation>Anhalten; was bisher gefunden wurde, bleibt, und der Lauf kann später weitergehen</translation>
    </message>
    <message>
        <source>Forget the interrupted run of these settings and begin with the first document</source>
        <translation>Den unterbrochenen Lauf mit diesen Einstellungen vergessen und mit dem ersten Dokument beginnen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>AP and FPR of the model&apos;s own scores, attention, rollout and saliency at every layer, on the data that is open</source>
        <translation>AP und FPR der Scores des Modells selbst, von Aufmerksamkeit, Rollout und Saliency in jeder Schicht, auf den geöffneten Daten</translation>
    </message>
</context>
<context>
    <name>RunCurves</name>
    <message>
        <source>batch</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>The first epoch has not been scored yet.</source>
        <translation>Noch ist keine Epoche bewertet.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Loss over the batches</source>
        <translation>Verlust über die Batches</translation>
    </message>
    <message>
        <source>No batch yet.</source>
        <translation>Noch kein Batch.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Accuracy on the texts held out, after each epoch</source>
        <translation>Genauigkeit auf den zurückgehaltenen Texten nach jeder Epoche</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>Ersparnis</translation>
    </message>
    <message>
        <source>Speed-up on the texts held out, after each epoch</source>
        <translation>Ersparnis auf den zurückgehaltenen Texten nach jeder Epoche</translation>
    </message>
    <message>
        <source>Tokens kept</source>
        <translation>Behaltene Token</translation>
    </message>
    <message>
        <source>Share of the tokens kept over the batches</source>
        <translation>Anteil der behaltenen Token über die Batches</translation>
    </message>
    <message>
        <source>No step has dropped tokens yet.</source>
        <translation>Noch hat kein Schritt Token entfernt.</translation>
    </message>
    <message>
        <source>Kept per layer</source>
        <translation>Behalten je Schicht</translation>
    </message>
    <message>
        <source>Share of the tokens that each layer leaves</source>
        <translation>Anteil der Token, die jede Schicht übrig lässt</translation>
    </message>
    <message>
        <source>No epoch that drops tokens has been scored yet.</source>
        <translation>Noch ist keine Epoche bewertet, die Token entfernt.</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellenwerte</translation>
    </message>
    <message>
        <source>Thresholds of each layer</source>
        <translation>Schwellenwerte jeder Schicht</translation>
    </message>
    <message>
        <source>No epoch with thresholds has been scored yet.</source>
        <translation>Noch ist keine Epoche mit Schwellenwerten bewertet.</translation>
    </message>
    <message numerus="yes">
        <source>means of %n batch(es)</source>
        <translation>
            <numerusform>Mittel von %n Batch</numerusform>
            <numerusform>Mittel von %n Batches</numerusform>
        </translation>
    </message>
    <message>
        <source>of each batch</source>
        <translation>jedes Batches</translation>
    </message>
    <message>
        <source>% of the texts held out</source>
        <translation>% der zurückgehaltenen Texte</translation>
    </message>
    <message>
        <source>times fewer operations</source>
        <translation>mal weniger Rechenschritte</translation>
    </message>
    <message>
        <source>after epoch %1 of %2</source>
        <translation>nach Epoche %1 von %2</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
</context>
<context>
    <name>ScorePlot</name>
    <message>
        <source>uniform</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>Scores at the selected layer</source>
        <translation>Scores in der gewählten Schicht</translation>
    </message>
</context>
<context>
    <name>ShippedModels</name>
    <message numerus="yes">
        <source>%1 (%n text(s)): accuracy %2, plain %3; %4 fewer operations</source>
        <translation>
            <numerusform>%1 (%n Text): Genauigkeit %2, einfach %3; %4 weniger Rechenschritte</numerusform>
            <numerusform>%1 (%n Texte): Genauigkeit %2, einfach %3; %4 weniger Rechenschritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>two texts of up to %n piece(s)</source>
        <translation>
            <numerusform>zwei Texte von bis zu %n Wortstück</numerusform>
            <numerusform>zwei Texte von bis zu %n Wortstücken</numerusform>
        </translation>
    </message>
    <message>
        <source>two texts</source>
        <translation>zwei Texte</translation>
    </message>
    <message numerus="yes">
        <source>texts of up to %n piece(s)</source>
        <translation>
            <numerusform>Texte von bis zu %n Wortstück</numerusform>
            <numerusform>Texte von bis zu %n Wortstücken</numerusform>
        </translation>
    </message>
    <message>
        <source>accuracy %1 · %2 fewer operations</source>
        <translation>Genauigkeit %1 · %2 weniger Rechenschritte</translation>
    </message>
</context>
<context>
    <name>SideBySide</name>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Nothing beside it</source>
        <translation>Nichts daneben</translation>
    </message>
    <message>
        <source>Close “Side by side”</source>
        <translation>„Nebeneinander“ schließen</translation>
    </message>
</context>
<context>
    <name>StateLink</name>
    <message>
        <source>This link of AdapLens is damaged (“%1”); copy it again, the whole line.</source>
        <translation>Dieser Link von AdapLens ist beschädigt („%1“); kopieren Sie ihn noch einmal, die ganze Zeile.</translation>
    </message>
    <message>
        <source>This is no link of AdapLens; one begins with “%1”.</source>
        <translation>Das ist kein Link von AdapLens; ein solcher beginnt mit „%1“.</translation>
    </message>
</context>
<context>
    <name>SweepControls</name>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Open a sweep…</source>
        <translation>Messreihe öffnen …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>What is saved</source>
        <translation>Was gespart wird</translation>
    </message>
    <message>
        <source>FLOPs</source>
        <translation>FLOPs</translation>
    </message>
    <message>
        <source>Wall clock</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Güte</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Padded</source>
        <translation>Aufgefüllt</translation>
    </message>
    <message>
        <source>Count every text at the length of the longest one, as many published tables do</source>
        <translation>Jeden Text mit der Länge des längsten zählen, wie viele veröffentlichte Tabellen</translation>
    </message>
    <message>
        <source>Intervals</source>
        <translation>Intervalle</translation>
    </message>
    <message>
        <source>Draw the bootstrap interval of each figure</source>
        <translation>Zu jeder Zahl ihr Bootstrap-Intervall zeichnen</translation>
    </message>
    <message>
        <source>Published points</source>
        <translation>Veröffentlichte Punkte</translation>
    </message>
    <message>
        <source>Points of papers and their code, measured elsewhere and otherwise</source>
        <translation>Punkte aus Artikeln und ihrem Code, anderswo und anders gemessen</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>Messreihen</translation>
    </message>
    <message>
        <source>Operations, exactly counted</source>
        <translation>Rechenschritte, genau gezählt</translation>
    </message>
    <message>
        <source>Time, plain and reduced model by turns</source>
        <translation>Zeit, einfaches und verkürztes Modell abwechselnd</translation>
    </message>
    <message>
        <source>Speed-up</source>
        <translation>Beschleunigung</translation>
    </message>
    <message>
        <source>Methods</source>
        <translation>Methoden</translation>
    </message>
    <message>
        <source>Remove the sweep that is selected from the list; its file stays (%1)</source>
        <translation>Die gewählte Messreihe aus der Liste entfernen; ihre Datei bleibt (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%n published point(s) cannot be placed on these axes; the table has them.</source>
        <translation>
            <numerusform>%n veröffentlichter Punkt hat keinen Platz auf diesen Achsen; die Tabelle hat ihn.</numerusform>
            <numerusform>%n veröffentlichte Punkte haben keinen Platz auf diesen Achsen; die Tabelle hat sie.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SweepFiles</name>
    <message>
        <source>published</source>
        <translation>veröffentlicht</translation>
    </message>
</context>
<context>
    <name>SweepList</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>TextAgreementView</name>
    <message>
        <source>Agreement of each method with the marked words</source>
        <translation>Übereinstimmung jeder Methode mit den markierten Wörtern</translation>
    </message>
    <message>
        <source>Layer that the figures are of</source>
        <translation>Schicht, zu der die Zahlen gehören</translation>
    </message>
    <message>
        <source>Mean of layers</source>
        <translation>Mittel der Schichten</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>Scores are being computed…</source>
        <translation>Scores werden berechnet …</translation>
    </message>
    <message>
        <source>Mark a word to compare: without marks there is nothing to find.</source>
        <translation>Markieren Sie ein Wort, um zu vergleichen: Ohne Marken gibt es nichts zu finden.</translation>
    </message>
    <message>
        <source>All is marked: leave something out, or there is nothing to tell apart.</source>
        <translation>Alles ist markiert: Lassen Sie etwas aus, sonst gibt es nichts zu unterscheiden.</translation>
    </message>
    <message>
        <source>method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>precision@k</source>
        <translation>Precision@k</translation>
    </message>
    <message>
        <source>recall@k</source>
        <translation>Recall@k</translation>
    </message>
    <message>
        <source>FPR</source>
        <translation>FPR</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>ausgewählt</translation>
    </message>
    <message>
        <source>what gives each word its score</source>
        <translation>was jedem Wort seinen Score gibt</translation>
    </message>
    <message>
        <source>average precision of the ranking by score: 1 = every marked piece is above all others</source>
        <translation>Average Precision der Rangfolge nach Score: 1 = jedes markierte Wortstück steht über allen anderen</translation>
    </message>
    <message>
        <source>false positive rate: share of the unmarked pieces that score at least 1/n</source>
        <translation>Falsch-positiv-Rate: Anteil der nicht markierten Wortstücke mit einem Score von mindestens 1/n</translation>
    </message>
    <message>
        <source>share of all pieces that score at least 1/n; an FPR is low where little is selected</source>
        <translation>Anteil aller Wortstücke mit einem Score von mindestens 1/n; wer wenig auswählt, hat eine niedrige FPR</translation>
    </message>
    <message>
        <source>share of marked ones among the k best pieces, k = as many as the model&apos;s own scores select</source>
        <translation>Anteil der markierten unter den k besten Wortstücken, k = so viele, wie die Scores des Modells selbst auswählen</translation>
    </message>
    <message>
        <source>share of the marked pieces that are among the k best, k = as many as the model&apos;s own scores select</source>
        <translation>Anteil der markierten Wortstücke, die unter den k besten sind, k = so viele, wie die Scores des Modells selbst auswählen</translation>
    </message>
    <message>
        <source>Marked pieces: %1 of %2; the base rate is %3.</source>
        <translation>Markierte Wortstücke: %1 von %2; die Basisrate ist %3.</translation>
    </message>
</context>
<context>
    <name>TextAndMap</name>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Token map</source>
        <translation>Token-Karte</translation>
    </message>
    <message>
        <source>Token map of %1</source>
        <translation>Token-Karte von %1</translation>
    </message>
    <message>
        <source>Text, as far as it is left after the selected layer</source>
        <translation>Text, soweit er nach der gewählten Schicht übrig ist</translation>
    </message>
    <message>
        <source>Text in %1, as far as it is left after the selected layer</source>
        <translation>Text in %1, soweit er nach der gewählten Schicht übrig ist</translation>
    </message>
    <message>
        <source>Text in %1</source>
        <translation>Text in %1</translation>
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
    <name>TextScores</name>
    <message>
        <source>No text is chosen.</source>
        <translation>Kein Text ist gewählt.</translation>
    </message>
    <message>
        <source>Open a model to compare.</source>
        <translation>Öffnen Sie ein Modell, um zu vergleichen.</translation>
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
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>aus %1</translation>
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
        <source>kept, %1 of %2 pieces gone</source>
        <translation>behalten, %1 von %2 Wortstücken weg</translation>
    </message>
    <message>
        <source>kept (%1 always is)</source>
        <translation>behalten (wie %1 immer)</translation>
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
        <source>before rescaling by θ: %1</source>
        <translation>vor der Skalierung mit θ: %1</translation>
    </message>
    <message>
        <source>this model drops nothing</source>
        <translation>dieses Modell entfernt nichts</translation>
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
        <source>%1, layer %2</source>
        <translation>%1, Schicht %2</translation>
    </message>
    <message>
        <source>%1: gone, dropped at layer %2.</source>
        <translation>%1: weg, in Schicht %2 entfernt.</translation>
    </message>
    <message>
        <source>%1; this model drops nothing.</source>
        <translation>%1; dieses Modell entfernt nichts.</translation>
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
        <source>Embedding</source>
        <translation>Einbettung</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
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
        <source>%1  %2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>%1 of %2 pieces %3</source>
        <translation>%1 von %2 Wortstücken %3</translation>
    </message>
    <message>
        <source>%1 (%2 uniform)</source>
        <translation>%1 (%2 Gleichverteilung)</translation>
    </message>
    <message>
        <source>“%1” · in the attention of layer %2</source>
        <translation>„%1“ · in der Aufmerksamkeit von Schicht %2</translation>
    </message>
    <message>
        <source>%1: %2, %3 times uniform</source>
        <translation>%1: %2, %3 mal Gleichverteilung</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>%1 drops it on the way.</source>
        <translation>%1 entfernt es unterwegs.</translation>
    </message>
    <message>
        <source>%1 has dropped it by now.</source>
        <translation>%1 hat es bis hierher entfernt.</translation>
    </message>
    <message>
        <source>%1 keeps it to the end.</source>
        <translation>%1 behält es bis zum Ende.</translation>
    </message>
    <message>
        <source>%1 still keeps it.</source>
        <translation>%1 hat es noch.</translation>
    </message>
    <message>
        <source>kept here, not in the other one</source>
        <translation>hier behalten, in der anderen nicht</translation>
    </message>
    <message>
        <source>as you decided</source>
        <translation>wie Sie entschieden haben</translation>
    </message>
    <message>
        <source>dropped here, as you decided</source>
        <translation>hier entfernt, wie Sie entschieden haben</translation>
    </message>
    <message>
        <source>kept, as you decided</source>
        <translation>behalten, wie Sie entschieden haben</translation>
    </message>
</context>
<context>
    <name>TokenMapView</name>
    <message>
        <source>Token map</source>
        <translation>Token-Karte</translation>
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
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n layer(s)</source>
        <translation>
            <numerusform>%1, %n Schicht</numerusform>
            <numerusform>%1, %n Schichten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Tradeoff</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1; %2 against the plain model</source>
        <translation>%1; %2 gegenüber dem einfachen Modell</translation>
    </message>
    <message numerus="yes">
        <source>%n thread(s)</source>
        <translation>
            <numerusform>%n Thread</numerusform>
            <numerusform>%n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>batches of %1</source>
        <translation>Stapel zu %1</translation>
    </message>
    <message>
        <source>texts one by one</source>
        <translation>Texte einzeln</translation>
    </message>
    <message>
        <source>[%1, %2]</source>
        <translation>[%1; %2]</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Startwert %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>done</source>
        <translation>gemessen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>published, %1</source>
        <translation>veröffentlicht, %1</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>speed-up in FLOPs, texts padded to the longest</source>
        <translation>Beschleunigung in FLOPs, Texte auf den längsten aufgefüllt</translation>
    </message>
    <message>
        <source>speed-up in wall-clock time</source>
        <translation>Beschleunigung nach der Uhr</translation>
    </message>
    <message>
        <source>speed-up in FLOPs, texts at their own length</source>
        <translation>Beschleunigung in FLOPs, Texte in eigener Länge</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>F1 of “%1”</source>
        <translation>F1 von „%1“</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>%1, n = %2</source>
        <translation>%1, n = %2</translation>
    </message>
    <message>
        <source>%1 fewer FLOPs, texts at their own length</source>
        <translation>%1 weniger FLOPs, Texte in eigener Länge</translation>
    </message>
    <message>
        <source>%1 fewer FLOPs, padded</source>
        <translation>%1 weniger FLOPs, aufgefüllt</translation>
    </message>
    <message>
        <source>%1 faster by the clock</source>
        <translation>%1 schneller nach der Uhr</translation>
    </message>
    <message>
        <source>%1 ms a text, plain → reduced</source>
        <translation>%1 ms je Text, einfach → verkürzt</translation>
    </message>
    <message>
        <source>kept per layer: %1</source>
        <translation>behalten je Schicht: %1</translation>
    </message>
    <message>
        <source>as many tokens as %1</source>
        <translation>so viele Token wie %1</translation>
    </message>
    <message>
        <source>on the Pareto front: nothing measured here beats it</source>
        <translation>auf der Pareto-Front: nichts hier Gemessenes übertrifft ihn</translation>
    </message>
    <message>
        <source>n = %1</source>
        <translation>n = %1</translation>
    </message>
    <message>
        <source>%1 intervals by bootstrap, seed %2</source>
        <translation>%1-Intervalle durch Bootstrap, Startwert %2</translation>
    </message>
</context>
<context>
    <name>TradeoffFigure</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 over speed-up: %2</source>
        <translation>%1 über Beschleunigung: %2</translation>
    </message>
</context>
<context>
    <name>TradeoffLegend</name>
    <message>
        <source>Pareto front</source>
        <translation>Pareto-Front</translation>
    </message>
    <message>
        <source>Pareto front of %1</source>
        <translation>Pareto-Front von %1</translation>
    </message>
    <message>
        <source>paler marks: %1</source>
        <translation>blassere Zeichen: %1</translation>
    </message>
    <message>
        <source>%1 interval</source>
        <translation>%1-Intervall</translation>
    </message>
    <message>
        <source>published: other people&apos;s hardware and backbone</source>
        <translation>veröffentlicht: fremde Rechner, fremdes Grundmodell</translation>
    </message>
    <message>
        <source>Legend: %1</source>
        <translation>Legende: %1</translation>
    </message>
</context>
<context>
    <name>TradeoffPage</name>
    <message>
        <source>Sweeps</source>
        <translation>Messreihen</translation>
    </message>
    <message>
        <source>Accuracy over speed-up</source>
        <translation>Genauigkeit über Beschleunigung</translation>
    </message>
    <message>
        <source>There is no sweep of %1 yet. A sweep measures all methods on one data set, in one run: adaplens-cli sweep makes one, and adaplens-cli sweep --help says how. Then open its sweep.json with “Open a sweep…”, or drop it here.</source>
        <translation>Zu %1 gibt es noch keine Messreihe. Eine Messreihe misst alle Methoden auf einem Datensatz in einem Lauf: adaplens-cli sweep macht eine, und adaplens-cli sweep --help sagt, wie. Öffnen Sie dann ihre sweep.json mit „Messreihe öffnen …“, oder ziehen Sie sie hierher.</translation>
    </message>
    <message>
        <source>any data set</source>
        <translation>irgendeinem Datensatz</translation>
    </message>
    <message>
        <source>Nothing to plot yet: open a sweep.</source>
        <translation>Noch nichts zu zeichnen: Öffnen Sie eine Messreihe.</translation>
    </message>
    <message>
        <source>%1 was published, not measured here: there is no model to open.</source>
        <translation>%1 wurde veröffentlicht, nicht hier gemessen: Es gibt kein Modell zu öffnen.</translation>
    </message>
    <message>
        <source>The sweep names no model of %1.</source>
        <translation>Die Messreihe nennt kein Modell von %1.</translation>
    </message>
    <message>
        <source>The folder %1, which the sweep names for %2, is not there; put the model back, or run the sweep again.</source>
        <translation>Der Ordner %1, den die Messreihe für %2 nennt, ist nicht da; legen Sie das Modell zurück, oder wiederholen Sie die Messreihe.</translation>
    </message>
    <message>
        <source>Inspect runs the model with the thresholds of %1. Other pages, and the model opened by the menu, have those of its folder.</source>
        <translation>„Einblick“ rechnet mit den Schwellen von %1. Andere Seiten und das Modell, über das Menü geöffnet, haben die seines Ordners.</translation>
    </message>
    <message>
        <source>%1 is a floor, without a model of its own: this is %2, whose number of words it keeps.</source>
        <translation>%1 ist eine Untergrenze ohne eigenes Modell: Dies ist %2, so viele Wörter behält sie.</translation>
    </message>
    <message>
        <source>Open a sweep</source>
        <translation>Messreihe öffnen</translation>
    </message>
    <message>
        <source>Sweeps (*.json)</source>
        <translation>Messreihen (*.json)</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>%1 gespeichert</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>The sweep %1 is no longer there, so it is not shown.</source>
        <translation>Die Messreihe %1 ist nicht mehr da und wird deshalb nicht gezeigt.</translation>
    </message>
    <message>
        <source>Methods compared</source>
        <translation>Methoden im Vergleich</translation>
    </message>
    <message>
        <source>As fast as is safe</source>
        <translation>So schnell, wie es sicher geht</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>Was zu sehen ist</translation>
    </message>
    <message>
        <source>Accuracy over speed-up of all methods, from sweeps</source>
        <translation>Genauigkeit über Beschleunigung aller Methoden, aus Messreihen</translation>
    </message>
    <message>
        <source>How many tokens the model at hand may drop without losing more than is allowed</source>
        <translation>Wie viele Token das geöffnete Modell weglassen darf, ohne mehr als erlaubt zu verlieren</translation>
    </message>
</context>
<context>
    <name>TradeoffPlot</name>
    <message>
        <source>Score over speed-up</source>
        <translation>Güte über Beschleunigung</translation>
    </message>
    <message>
        <source>Nothing is chosen: check a sweep or a method on the left.</source>
        <translation>Nichts ist gewählt: Haken Sie links eine Messreihe oder eine Methode an.</translation>
    </message>
    <message>
        <source>None of the points has both of these figures; the table has what there is.</source>
        <translation>Keiner der Punkte hat beide Zahlen; die Tabelle hat, was es gibt.</translation>
    </message>
    <message>
        <source>right and up is better · the staircase is the Pareto front: what no other point beats</source>
        <translation>rechts und oben ist besser · die Treppe ist die Pareto-Front: was kein anderer Punkt übertrifft</translation>
    </message>
</context>
<context>
    <name>Train</name>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>How often every training text is read in this step</source>
        <translation>Wie oft jeder Trainingstext in diesem Schritt gelesen wird</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Size of the steps of the optimiser: more learns faster, too much not at all</source>
        <translation>Größe der Schritte des Optimierers: mehr lernt schneller, zu viel gar nicht</translation>
    </message>
    <message>
        <source>Weight of the contribution loss, which teaches the predictors the saliency of each token</source>
        <translation>Gewicht des Beitragsverlusts, der den Schätzern die Salienz jedes Tokens beibringt</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a class and how many texts have it</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n Text</numerusform>
            <numerusform>%n Texte</numerusform>
        </translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>ausgelassen: %1</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>batch %1 of %2</source>
        <translation>Batch %1 von %2</translation>
    </message>
    <message>
        <source>batch %1</source>
        <translation>Batch %1</translation>
    </message>
    <message>
        <source>%1 tokens/s</source>
        <translation>%1 Token/s</translation>
    </message>
    <message>
        <source>whole run: about %1 more</source>
        <translation>ganzer Lauf: noch etwa %1</translation>
    </message>
    <message>
        <source>%1: epoch %2 was chosen, accuracy %3</source>
        <translation>%1: Epoche %2 wurde gewählt, Genauigkeit %3</translation>
    </message>
    <message>
        <source>%1: epoch %2 was chosen, accuracy %3, %4 fewer operations</source>
        <translation>%1: Epoche %2 wurde gewählt, Genauigkeit %3, %4 weniger Rechenschritte</translation>
    </message>
</context>
<context>
    <name>TrainForm</name>
    <message>
        <source>Backbone</source>
        <translation>Grundmodell</translation>
    </message>
    <message>
        <source>Folder of a pre-trained encoder</source>
        <translation>Ordner eines vortrainierten Encoders</translation>
    </message>
    <message>
        <source>Folder of the run</source>
        <translation>Ordner des Laufs</translation>
    </message>
    <message>
        <source>Folder for results and model</source>
        <translation>Ordner für Ergebnisse und Modell</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Write to</source>
        <translation>Schreiben nach</translation>
    </message>
    <message>
        <source>The form</source>
        <translation>Das Formular</translation>
    </message>
</context>
<context>
    <name>TrainHelp</name>
    <message>
        <source>&lt;b&gt;Training&lt;/b&gt;&lt;p&gt;A run begins with a &lt;i&gt;backbone&lt;/i&gt;, a BERT that was trained on plain text, and fine-tunes it on labelled texts. Then the steps of the chosen method follow, which teach it what to drop. It is what &lt;tt&gt;adaplens-cli train&lt;/tt&gt; does, with the same files in the folder of the run: either can watch the other&apos;s runs and go on with them.&lt;/p&gt;&lt;p&gt;A part of the texts is &lt;i&gt;held out&lt;/i&gt;: nothing is learned from it. Each epoch is scored on it, and the fastest epoch that keeps the accuracy of the fine-tuned model, but for a tolerance, becomes the model.&lt;/p&gt;&lt;p&gt;&lt;i&gt;φ&lt;/i&gt; is the price of a token: a larger one drops more. The steps have settings of their own below.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Pause&lt;/i&gt; writes a resume point and gives the processor back; &lt;i&gt;Resume&lt;/i&gt; goes on with the very same results, today or another day. A resume point is also written every two minutes, and when the window is closed.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Training&lt;/b&gt;&lt;p&gt;Ein Lauf beginnt mit einem &lt;i&gt;Grundmodell&lt;/i&gt;, einem BERT, das an gewöhnlichem Text trainiert wurde, und stimmt es an Texten mit Labels fein ab. Dann folgen die Schritte der gewählten Methode, die ihm beibringen, was es entfernen kann. Es ist dasselbe wie &lt;tt&gt;adaplens-cli train&lt;/tt&gt;, mit denselben Dateien im Ordner des Laufs: jedes der beiden kann die Läufe des anderen beobachten und fortsetzen.&lt;/p&gt;&lt;p&gt;Ein Teil der Texte wird &lt;i&gt;zurückgehalten&lt;/i&gt;: aus ihm wird nichts gelernt. An ihm wird jede Epoche bewertet, und die schnellste, die die Genauigkeit des feinabgestimmten Modells bis auf eine Toleranz hält, wird das Modell.&lt;/p&gt;&lt;p&gt;&lt;i&gt;φ&lt;/i&gt; ist der Preis eines Tokens: ein höherer entfernt mehr. Die Schritte haben darunter eigene Einstellungen.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Pause&lt;/i&gt; schreibt einen Wiederaufnahmepunkt und gibt den Prozessor frei; &lt;i&gt;Fortsetzen&lt;/i&gt; kommt zu genau denselben Ergebnissen, heute oder an einem anderen Tag. Ein Wiederaufnahmepunkt wird auch alle zwei Minuten geschrieben, und wenn das Fenster geschlossen wird.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Run&lt;/b&gt;&lt;p&gt;What is shown is read from the logs in the folder of a run, so any run can be watched: one of this page, one of the command line that is under way, one that ended long ago.&lt;/p&gt;&lt;p&gt;The time left is that of the step. After 20 batches the whole run is estimated, too: steps to come by their epochs and by what a batch takes here.&lt;/p&gt;&lt;p&gt;Click a plot or a row, or use the arrow keys, to look at one epoch; Escape follows the latest again.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Lauf&lt;/b&gt;&lt;p&gt;Was gezeigt wird, kommt aus den Protokollen im Ordner eines Laufs; so kann jeder Lauf beobachtet werden: einer dieser Seite, einer der Kommandozeile, der gerade läuft, einer, der längst zu Ende ist.&lt;/p&gt;&lt;p&gt;Die Restzeit ist die des Schritts. Nach 20 Batches wird auch der ganze Lauf geschätzt: künftige Schritte nach ihren Epochen und danach, was ein Batch hier braucht.&lt;/p&gt;&lt;p&gt;Ein Klick in ein Diagramm oder auf eine Zeile, oder die Pfeiltasten, zeigen eine Epoche; Escape folgt wieder der neuesten.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Loss&lt;/b&gt;&lt;p&gt;The error of the answers on the batch at hand, the cross-entropy: 0 is certain and right. It should fall, and jumps from batch to batch. In a long run a point is the mean of many batches.&lt;/p&gt;&lt;p&gt;Grey is the plain model, orange one that drops tokens. Its loss begins anew where its step begins.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Verlust&lt;/b&gt;&lt;p&gt;Der Fehler der Antworten auf den jeweiligen Batch, die Kreuzentropie: 0 ist sicher und richtig. Er sollte fallen und springt von Batch zu Batch. In einem langen Lauf ist ein Punkt das Mittel vieler Batches.&lt;/p&gt;&lt;p&gt;Grau ist das einfache Modell, orange eines, das Token entfernt. Dessen Verlust beginnt neu, wo sein Schritt beginnt.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Accuracy and speed-up&lt;/b&gt;&lt;p&gt;Measured after each epoch on the texts held out, with tokens really removed. &lt;i&gt;Accuracy&lt;/i&gt; is the share of right answers; with few texts held out, a difference of a few per cent is chance.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Speed-up&lt;/i&gt; is how many times fewer operations a text takes than in the plain model, exactly counted.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Genauigkeit und Ersparnis&lt;/b&gt;&lt;p&gt;Nach jeder Epoche an den zurückgehaltenen Texten gemessen, Token wirklich entfernt. &lt;i&gt;Genauigkeit&lt;/i&gt; ist der Anteil richtiger Antworten; bei wenigen zurückgehaltenen Texten sind einige Prozent Unterschied Zufall.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Ersparnis&lt;/i&gt; sagt, wie viel mal weniger Rechenschritte ein Text braucht als im einfachen Modell, genau gezählt.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Tokens kept and kept per layer&lt;/b&gt;&lt;p&gt;&lt;i&gt;Tokens kept&lt;/i&gt;: while it learns, a token fades before it goes. This is the share of what is left of them, over all layers, in each batch.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Kept per layer&lt;/i&gt;: the share of the tokens of the texts held out that each layer leaves, really removed, after an epoch; the epochs before it are paler.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Behaltene Token und behalten je Schicht&lt;/b&gt;&lt;p&gt;&lt;i&gt;Behaltene Token&lt;/i&gt;: während des Lernens verblasst ein Token, bevor es geht. Dies ist der Anteil, der von ihnen übrig ist, über alle Schichten, in jedem Batch.&lt;/p&gt;&lt;p&gt;&lt;i&gt;Behalten je Schicht&lt;/i&gt;: der Anteil der Token der zurückgehaltenen Texte, den jede Schicht nach einer Epoche übrig lässt, wirklich entfernt; frühere Epochen sind blasser.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;Thresholds&lt;/b&gt;&lt;p&gt;By which values the model of an epoch decides, one for each layer. In AdapLeR it is η: a token stays where its contribution is at least η/n, n being the tokens that are left; so a larger one drops more. In PoWER-BERT it is how many tokens a layer keeps, in TR-BERT one probability for all.&lt;/p&gt;</source>
        <translation>&lt;b&gt;Schwellenwerte&lt;/b&gt;&lt;p&gt;Nach welchen Werten das Modell einer Epoche entscheidet, je Schicht einer. In AdapLeR ist es η: ein Token bleibt, wo sein Beitrag mindestens η/n ist, n die Zahl der noch vorhandenen Token; ein größeres entfernt also mehr. In PoWER-BERT ist es die Zahl der Token, die eine Schicht behält, in TR-BERT eine Wahrscheinlichkeit für alle.&lt;/p&gt;</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Start over</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Delete the results in the folder and begin with the first batch</source>
        <translation>Die Ergebnisse im Ordner löschen und mit dem ersten Batch beginnen</translation>
    </message>
    <message>
        <source>End the run; what it has written stays</source>
        <translation>Den Lauf beenden; was er geschrieben hat, bleibt</translation>
    </message>
    <message>
        <source>Write a resume point and stop</source>
        <translation>Einen Wiederaufnahmepunkt schreiben und anhalten</translation>
    </message>
    <message>
        <source>Train with these settings, or go on with the run in the folder</source>
        <translation>Mit diesen Einstellungen trainieren, oder den Lauf im Ordner fortsetzen</translation>
    </message>
    <message>
        <source>Training and the other pages share the processor: while a run is under way, both are slower.</source>
        <translation>Training und die anderen Seiten teilen sich den Prozessor: solange ein Lauf im Gang ist, ist beides langsamer.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>what a run learns from</source>
        <translation>woraus ein Lauf lernt</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>scored on the texts held out</source>
        <translation>bewertet an den zurückgehaltenen Texten</translation>
    </message>
    <message>
        <source>The run is done; its model lies in %1.</source>
        <translation>Der Lauf ist fertig; sein Modell liegt in %1.</translation>
    </message>
    <message>
        <source>Folder of a run</source>
        <translation>Ordner eines Laufs</translation>
    </message>
    <message>
        <source>Start over? The results of the run in %1 are deleted then.</source>
        <translation>Von vorn beginnen? Die Ergebnisse des Laufs in %1 werden dann gelöscht.</translation>
    </message>
    <message>
        <source>Keep them</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Delete and start</source>
        <translation>Löschen und starten</translation>
    </message>
    <message>
        <source>Training is under way. Stop it at a resume point and close?</source>
        <translation>Ein Training ist im Gang. An einem Wiederaufnahmepunkt anhalten und schließen?</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>Weiter trainieren</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Another program trains into this folder: watch it, or choose another folder.</source>
        <translation>Ein anderes Programm trainiert in diesen Ordner: beobachten Sie den Lauf, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>A finished run lies here: look at it, start over, or choose another folder.</source>
        <translation>Hier liegt ein fertiger Lauf: sehen Sie ihn an, beginnen Sie von vorn, oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>An unfinished run lies here: Resume goes on with it, with its own data and settings.</source>
        <translation>Hier liegt ein unfertiger Lauf: „Fortsetzen“ führt ihn mit seinen eigenen Daten und Einstellungen fort.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>TriedRuns</name>
    <message>
        <source>thresholds %1</source>
        <translation>Schwellenwerte %1</translation>
    </message>
    <message>
        <source>layer %1 %2</source>
        <translation>Schicht %1 %2</translation>
    </message>
    <message>
        <source>“%1” decided by hand</source>
        <translation>„%1“ von Hand entschieden</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 MFLOP</source>
        <translation>%1 MFLOP</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>median of %1 runs, %2, threads: %3, %4</source>
        <translation>Median aus %1 Läufen, %2, Threads: %3, %4</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Tokens left</source>
        <translation>Übrige Token</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Rechenschritte</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>TriedRunsView</name>
    <message>
        <source>Runs tried</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
</context>
<context>
    <name>WhatIfView</name>
    <message>
        <source>Threshold of %1, times the model&apos;s own</source>
        <translation>Schwellenwert, %1, als Vielfaches des eigenen des Modells</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Each layer</source>
        <translation>Jede Schicht</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Above 1 more words go, below 1 fewer. A double click restores the model&apos;s own thresholds.</source>
        <translation>Über 1 gehen mehr Wörter, unter 1 weniger. Ein Doppelklick stellt die eigenen Schwellenwerte des Modells wieder her.</translation>
    </message>
    <message>
        <source>A slider for each layer, on top of the one above</source>
        <translation>Ein Schieberegler für jede Schicht, zusätzlich zu dem darüber</translation>
    </message>
    <message>
        <source>all layers</source>
        <translation>alle Schichten</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>“%1” stays from layer %2 on</source>
        <translation>„%1“ bleibt ab Schicht %2</translation>
    </message>
    <message>
        <source>“%1” goes at layer %2</source>
        <translation>„%1“ geht in Schicht %2</translation>
    </message>
    <message>
        <source>Let the model decide about “%1”</source>
        <translation>Über „%1“ entscheidet das Modell</translation>
    </message>
    <message>
        <source>Operations: %1 of the plain pass, %2 before.</source>
        <translation>Rechenschritte: %1 des einfachen Laufs, zuvor %2.</translation>
    </message>
    <message>
        <source>What runs here drops no word by a rule of its own that could be changed.</source>
        <translation>Was hier läuft, entfernt keine Wörter nach einer eigenen Regel, die sich ändern ließe.</translation>
    </message>
    <message>
        <source>This model has no thresholds; words can be kept or dropped.</source>
        <translation>Dieses Modell hat keine Schwellenwerte; Wörter lassen sich behalten oder entfernen.</translation>
    </message>
    <message>
        <source>Same answer: %1, %2 before.</source>
        <translation>Dieselbe Antwort: %1, zuvor %2.</translation>
    </message>
    <message>
        <source>The answer changes: %1, %2 before.</source>
        <translation>Die Antwort ändert sich: %1, zuvor %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n words are left at the end, %2 before.</source>
        <translation>
            <numerusform>%1 von %n Wort bleibt am Ende übrig, zuvor %2.</numerusform>
            <numerusform>%1 von %n Wörtern bleiben am Ende übrig, zuvor %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>▾ Each layer</source>
        <translation>▾ Jede Schicht</translation>
    </message>
    <message>
        <source>▸ Each layer</source>
        <translation>▸ Jede Schicht</translation>
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
    <message>
        <source>Previous part of a long text</source>
        <translation>Voriger Teil eines langen Textes</translation>
    </message>
    <message>
        <source>Next part of a long text</source>
        <translation>Nächster Teil eines langen Textes</translation>
    </message>
</context>
<context>
    <name>WordActions</name>
    <message>
        <source>Keep the selected word from here on</source>
        <translation>Das gewählte Wort ab hier behalten</translation>
    </message>
    <message>
        <source>Keep “%1” from layer %2 on</source>
        <translation>„%1“ ab Schicht %2 behalten</translation>
    </message>
    <message>
        <source>Drop the selected word here</source>
        <translation>Das gewählte Wort hier entfernen</translation>
    </message>
    <message>
        <source>Drop “%1” at layer %2</source>
        <translation>„%1“ in Schicht %2 entfernen</translation>
    </message>
    <message>
        <source>Let the model decide about the selected word</source>
        <translation>Über das gewählte Wort entscheidet das Modell</translation>
    </message>
    <message>
        <source>Let the model decide about “%1”</source>
        <translation>Über „%1“ entscheidet das Modell</translation>
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
<context>
    <name>core</name>
    <message>
        <source>only numbers above 0 were expected</source>
        <translation>nur Zahlen über 0 wurden erwartet</translation>
    </message>
    <message>
        <source>The folder %1 holds no dev and no test set (dev.tsv, test.csv, val.jsonl with docs/, ...); name the files with --dev and --test.</source>
        <translation>Der Ordner %1 enthält weder einen Dev- noch einen Testteil (dev.tsv, test.csv, val.jsonl mit docs/, ...); nennen Sie die Dateien mit --dev und --test.</translation>
    </message>
    <message>
        <source>The sweep in %1 was made with %2 “%3”, but this one has “%4”; go on with what it was made with, name another folder, or say --restart to measure everything anew.</source>
        <translation>Die Messreihe in %1 entstand mit %2 „%3“, diese hat aber „%4“; machen Sie damit weiter, nennen Sie einen anderen Ordner oder messen Sie mit --restart alles neu.</translation>
    </message>
    <message>
        <source>The sweep in %1 was made with other examples of the split “%2” than those found now; go on with the same data, name another folder, or say --restart to measure everything anew.</source>
        <translation>Die Messreihe in %1 entstand mit anderen Beispielen des Teils „%2“ als den jetzt gefundenen; machen Sie mit denselben Daten weiter, nennen Sie einen anderen Ordner oder messen Sie mit --restart alles neu.</translation>
    </message>
    <message>
        <source>%1 holds a table of operating points, but not the settings it was made with; name another folder.</source>
        <translation>%1 enthält eine Tabelle von Betriebspunkten, aber nicht die Einstellungen, mit denen sie entstand; nennen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <source>These are no settings of a sweep; name another folder, or say --restart to measure everything anew: %1</source>
        <translation>Das sind keine Einstellungen einer Messreihe; nennen Sie einen anderen Ordner oder messen Sie mit --restart alles neu: %1</translation>
    </message>
    <message>
        <source>This is no point of a sweep; delete the file, and it will be measured anew: %1</source>
        <translation>Das ist kein Punkt einer Messreihe; löschen Sie die Datei, dann wird er neu gemessen: %1</translation>
    </message>
    <message>
        <source>The point %1 was measured with another model than lies in %2 now; delete the file, name another folder, or say --restart to measure everything anew.</source>
        <translation>Der Punkt %1 wurde mit einem anderen Modell gemessen, als jetzt in %2 liegt; löschen Sie die Datei, nennen Sie einen anderen Ordner oder messen Sie mit --restart alles neu.</translation>
    </message>
    <message>
        <source>The model %1 drops no tokens; say in the configuration of the sweep which method it is.</source>
        <translation>Das Modell %1 lässt keine Token weg; sagen Sie in der Konfiguration der Messreihe, welches Verfahren es ist.</translation>
    </message>
    <message>
        <source>This program does not train the method “%1”.</source>
        <translation>Dieses Programm trainiert das Verfahren „%1“ nicht.</translation>
    </message>
    <message>
        <source>Two models of the sweep cannot be told apart, both being “%1”; give each its own knob with a value, or its own seed, in the configuration of the sweep.</source>
        <translation>Zwei Modelle der Messreihe sind nicht zu unterscheiden, beide heißen „%1“; geben Sie jedem in der Konfiguration der Messreihe einen eigenen Regler mit Wert oder einen eigenen Startwert.</translation>
    </message>
    <message>
        <source>There is no method “%1” here; known are %2.</source>
        <translation>Es gibt hier kein Verfahren „%1“; bekannt sind %2.</translation>
    </message>
    <message>
        <source>The split “%1” holds no example with a label, so there is nothing to measure on.</source>
        <translation>Der Teil „%1“ enthält kein Beispiel mit Label, also gibt es nichts zu messen.</translation>
    </message>
    <message>
        <source>No data were named, so there is nothing to measure on.</source>
        <translation>Es wurden keine Daten genannt, also gibt es nichts zu messen.</translation>
    </message>
    <message>
        <source>Model %1 drops no tokens and has no plain twin beside it (plain/) to be compared with.</source>
        <translation>Das Modell %1 lässt keine Token weg und hat keinen einfachen Zwilling neben sich (plain/), mit dem es zu vergleichen wäre.</translation>
    </message>
    <message>
        <source>Model %1 drops no tokens by thresholds, so there are none to choose; name one that does.</source>
        <translation>Das Modell %1 lässt keine Token nach Schwellen weg, also gibt es keine zu wählen; nennen Sie eines, das es tut.</translation>
    </message>
    <message>
        <source>The loss allowed and the confidence are numbers between 0 and 1.</source>
        <translation>Der erlaubte Verlust und die Sicherheit sind Zahlen zwischen 0 und 1.</translation>
    </message>
    <message>
        <source>The data set holds no example with a label, so there is nothing to calibrate with.</source>
        <translation>Der Datensatz enthält kein Beispiel mit Label, also gibt es nichts, womit kalibriert werden könnte.</translation>
    </message>
    <message>
        <source>No scale of the thresholds was named, so there is nothing to calibrate.</source>
        <translation>Es wurde kein Faktor für die Schwellen genannt, also gibt es nichts zu kalibrieren.</translation>
    </message>
    <message>
        <source>status of a point</source>
        <translation>Zustand eines Punkts</translation>
    </message>
    <message>
        <source>a number was expected, alone or with the ends of its interval</source>
        <translation>eine Zahl wurde erwartet, allein oder mit den Enden ihres Intervalls</translation>
    </message>
    <message>
        <source>a number above 0 was expected</source>
        <translation>eine Zahl über 0 wurde erwartet</translation>
    </message>
    <message>
        <source>%1 holds two points with the id &quot;%2&quot;; give each an id of its own.</source>
        <translation>%1 enthält zwei Punkte mit der Kennung „%2“; geben Sie jedem eine eigene.</translation>
    </message>
    <message>
        <source>This is no table of operating points that can be read; choose a sweep.json that adaplens-cli sweep has written: %1</source>
        <translation>Das ist keine lesbare Tabelle von Betriebspunkten; wählen Sie eine sweep.json, die adaplens-cli sweep geschrieben hat: %1</translation>
    </message>
    <message>
        <source>Thresholds are scaled by a number above 0.</source>
        <translation>Schwellen werden mit einer Zahl über 0 malgenommen.</translation>
    </message>
    <message>
        <source>The model drops no tokens by a threshold, so there is none to scale.</source>
        <translation>Das Modell lässt keine Token nach einer Schwelle weg, also ist keine zu verändern.</translation>
    </message>
    <message>
        <source>Model %1 drops no tokens, so there is no budget to give to floors; name one that does.</source>
        <translation>Das Modell %1 lässt keine Token weg, also gibt es kein Budget für Untergrenzen; nennen Sie eines, das Token weglässt.</translation>
    </message>
    <message>
        <source>Model %1 computed token scores that are not finite; its weights are damaged.</source>
        <translation>Das Modell %1 hat Tokenwerte berechnet, die nicht endlich sind; seine Gewichte sind beschädigt.</translation>
    </message>
    <message>
        <source>A floor over %1 texts was given the tokens kept of %2.</source>
        <translation>Eine Untergrenze über %1 Texte bekam die behaltenen Token von %2.</translation>
    </message>
    <message>
        <source>A floor needs the tokens that each of the %1 layers of model %2 keeps; it was given %3 numbers.</source>
        <translation>Eine Untergrenze braucht die Zahl der Token, die jede der %1 Schichten des Modells %2 behält; sie bekam %3 Zahlen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no floor; known are %2.</source>
        <translation>„%1“ ist keine Untergrenze; bekannt sind %2.</translation>
    </message>
    <message>
        <source>one of &quot;%1&quot; and &quot;%2&quot; should say how many tokens each layer keeps</source>
        <translation>entweder „%1“ oder „%2“ sollte angeben, wie viele Token jede Schicht behält</translation>
    </message>
    <message>
        <source>Model %1 has no selectors; name a TR-BERT model.</source>
        <translation>Das Modell %1 hat keine Selektoren; nennen Sie ein TR-BERT-Modell.</translation>
    </message>
    <message>
        <source>TR-BERT drops tokens before the second layer, but the backbone %1 has only one; choose another.</source>
        <translation>TR-BERT lässt Token vor der zweiten Schicht weg, doch das Grundmodell %1 hat nur eine; wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>learns which tokens to keep by trial, the model left as it is</source>
        <translation>lernt durch Versuche, welche Token bleiben; das Modell bleibt, wie es ist</translation>
    </message>
    <message>
        <source>goes on with model and selection together</source>
        <translation>trainiert Modell und Auswahl gemeinsam weiter</translation>
    </message>
    <message>
        <source>Price of keeping every token, in units of the cross-entropy</source>
        <translation>Preis dafür, alle Token zu behalten, in Einheiten der Kreuzentropie</translation>
    </message>
    <message>
        <source>searches how many tokens each layer of a PoWER-BERT needs</source>
        <translation>sucht, wie viele Token jede Schicht eines PoWER-BERT braucht</translation>
    </message>
    <message>
        <source>trains a PoWER-BERT with as many tokens as its search has left</source>
        <translation>trainiert einen PoWER-BERT mit so vielen Token, wie die Suche übrig ließ</translation>
    </message>
    <message>
        <source>Weight of PoWER-BERT&apos;s penalty on tokens kept: larger drops more</source>
        <translation>Gewicht der Strafe von PoWER-BERT auf behaltene Token: mehr lässt mehr weg</translation>
    </message>
    <message>
        <source>Learning rate of what tokens are multiplied by; 0 = by the number of batches</source>
        <translation>Lernrate der Faktoren, mit denen Token multipliziert werden; 0 = nach der Zahl der Batches</translation>
    </message>
    <message>
        <source>TR-BERT has one threshold, of the probability to be kept; give one number from 0 to 1.</source>
        <translation>TR-BERT hat eine Schwelle, die der Wahrscheinlichkeit zu bleiben; geben Sie eine Zahl von 0 bis 1 an.</translation>
    </message>
    <message>
        <source>%1 was found, at least 2 was expected: TR-BERT drops tokens before layer 1, counted from 0</source>
        <translation>%1 wurde gefunden, mindestens 2 wurde erwartet: TR-BERT lässt Token vor Schicht 1 weg, von 0 an gezählt</translation>
    </message>
    <message>
        <source>Model %1 has no retention configuration; name a PoWER-BERT model.</source>
        <translation>Das Modell %1 hat keine Angabe, wie viele Token jede Schicht behält; nennen Sie ein PoWER-BERT-Modell.</translation>
    </message>
    <message>
        <source>Each number of tokens that a layer keeps must be a whole number of at least 1.</source>
        <translation>Jede Anzahl der Token, die eine Schicht behält, muss eine ganze Zahl ab 1 sein.</translation>
    </message>
    <message>
        <source>%1 numbers of tokens were given, but the model has %2 layers; give one for each.</source>
        <translation>Es wurden %1 Tokenanzahlen angegeben, das Modell hat aber %2 Schichten; geben Sie für jede eine an.</translation>
    </message>
    <message>
        <source>numbers above 0 and of at most 1</source>
        <translation>Zahlen über 0 bis höchstens 1</translation>
    </message>
    <message>
        <source>whole numbers of at least 1</source>
        <translation>ganze Zahlen ab 1</translation>
    </message>
    <message>
        <source>only %1 were expected</source>
        <translation>nur %1 wurden erwartet</translation>
    </message>
    <message>
        <source>%1 values were found, one for each of the %2 layers was expected</source>
        <translation>%1 Werte wurden gefunden, für jede der %2 Schichten wurde einer erwartet</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Plain model</source>
        <translation>Einfaches Modell</translation>
    </message>
    <message>
        <source>Last tokens</source>
        <translation>Letzte Token</translation>
    </message>
    <message>
        <source>First tokens</source>
        <translation>Erste Token</translation>
    </message>
    <message>
        <source>Most attended tokens</source>
        <translation>Meistbeachtete Token</translation>
    </message>
    <message>
        <source>Random tokens</source>
        <translation>Zufällige Token</translation>
    </message>
    <message>
        <source>position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>random number</source>
        <translation>Zufallszahl</translation>
    </message>
    <message>
        <source>probability to be kept</source>
        <translation>Wahrscheinlichkeit zu bleiben</translation>
    </message>
    <message>
        <source>significance</source>
        <translation>Bedeutsamkeit</translation>
    </message>
    <message>
        <source>contribution</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>No method was chosen, so there is nothing to measure.</source>
        <translation>Es ist kein Verfahren gewählt, also gibt es nichts zu messen.</translation>
    </message>
    <message>
        <source>Model %1 keeps every token, so there is no decision of its own to select by; choose uniform, top-&lt;number&gt; or top-&lt;percent&gt;%.</source>
        <translation>Das Modell %1 behält jedes Token, es hat also keine eigene Entscheidung, nach der ausgewählt werden könnte; wählen Sie uniform, top-&lt;Anzahl&gt; oder top-&lt;Prozent&gt;%.</translation>
    </message>
    <message>
        <source>ERASER predictions are over the words of whole documents; they need the mode documents-words.</source>
        <translation>ERASER-Vorhersagen gelten für die Wörter ganzer Dokumente; sie brauchen den Modus documents-words.</translation>
    </message>
    <message>
        <source>The data set holds no example, so there is nothing to measure.</source>
        <translation>Der Datensatz enthält kein Beispiel, also gibt es nichts zu messen.</translation>
    </message>
    <message>
        <source>None of the %1 examples read has a rationale to compare with; agreement needs texts of which a part, and not all, is marked.</source>
        <translation>Keines der %1 gelesenen Beispiele hat eine Begründung zum Vergleichen; die Übereinstimmung braucht Texte, von denen ein Teil, aber nicht alles markiert ist.</translation>
    </message>
    <message>
        <source>Example %1: %2 Scores of the predicted class can be measured without.</source>
        <translation>Beispiel %1: %2 Werte der vorhergesagten Klasse lassen sich auch ohne messen.</translation>
    </message>
    <message>
        <source>The file of predictions %1 cannot be opened: %2.</source>
        <translation>Die Datei der Vorhersagen %1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>The file %1 holds the ERASER predictions of %2 documents, fewer than the resume file beside it has finished; begin the run anew with another resume file.</source>
        <translation>Die Datei %1 enthält die ERASER-Vorhersagen von %2 Dokumenten, weniger, als die Fortsetzungsdatei daneben abgeschlossen hat; beginnen Sie den Lauf neu mit einer anderen Fortsetzungsdatei.</translation>
    </message>
    <message>
        <source>The file of predictions %1 cannot be written: %2.</source>
        <translation>Die Datei der Vorhersagen %1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>metric</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>This is no agreement report that can be read: %1</source>
        <translation>Das ist kein lesbarer Übereinstimmungsbericht: %1</translation>
    </message>
    <message>
        <source>The resume file %1 was made with %2 Go on with what it was made with, or name another resume file.</source>
        <translation>Die Fortsetzungsdatei %1 entstand mit %2 Machen Sie mit dem weiter, womit sie entstand, oder nennen Sie eine andere Fortsetzungsdatei.</translation>
    </message>
    <message>
        <source>other weights of the model than those in its folder now.</source>
        <translation>anderen Gewichten des Modells als denen, die jetzt in seinem Ordner liegen.</translation>
    </message>
    <message>
        <source>%1 &apos;%2&apos;, but this run has &apos;%3&apos;.</source>
        <translation>%1 „%2“, dieser Lauf hat aber „%3“.</translation>
    </message>
    <message>
        <source>The resume file %1 cannot be read: %2.</source>
        <translation>Die Fortsetzungsdatei %1 lässt sich nicht lesen: %2.</translation>
    </message>
    <message>
        <source>The resume file %1 is damaged in line %2; delete it or name another one.</source>
        <translation>Die Fortsetzungsdatei %1 ist in Zeile %2 beschädigt; löschen Sie sie oder nennen Sie eine andere.</translation>
    </message>
    <message>
        <source>%1 is no resume file of an agreement run; name another file.</source>
        <translation>%1 ist keine Fortsetzungsdatei eines Übereinstimmungslaufs; nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>The resume file %1 cannot be mended: %2.</source>
        <translation>Die Fortsetzungsdatei %1 lässt sich nicht reparieren: %2.</translation>
    </message>
    <message>
        <source>The resume file %1 was made with other data: its example %2 is not the one found now. Go on with the same data, or name another resume file.</source>
        <translation>Die Fortsetzungsdatei %1 entstand mit anderen Daten: Ihr Beispiel %2 ist nicht das jetzt gefundene. Machen Sie mit denselben Daten weiter oder nennen Sie eine andere Fortsetzungsdatei.</translation>
    </message>
    <message>
        <source>The resume file %1 cannot be written: %2.</source>
        <translation>Die Fortsetzungsdatei %1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no way of selecting tokens; use uniform, model, top-&lt;number&gt; as in top-10, or top-&lt;percent&gt;% as in top-20%.</source>
        <translation>„%1“ ist keine Art, Token auszuwählen; möglich sind uniform, model, top-&lt;Anzahl&gt; wie in top-10 oder top-&lt;Prozent&gt;% wie in top-20%.</translation>
    </message>
    <message>
        <source>Model %1 drops no tokens, so it has no scores to drop them by; open a model that does, or choose another method.</source>
        <translation>Das Modell %1 lässt keine Token weg und hat daher keine Werte, nach denen es das täte; öffnen Sie ein Modell, das Token weglässt, oder wählen Sie ein anderes Verfahren.</translation>
    </message>
    <message>
        <source>Model %1 has no class number %2.</source>
        <translation>Das Modell %1 hat keine Klasse Nummer %2.</translation>
    </message>
    <message>
        <source>The text has %1 words, but %2 word scores came with it; score the text again.</source>
        <translation>Der Text hat %1 Wörter, dazu kamen aber %2 Wortwerte; bewerten Sie den Text neu.</translation>
    </message>
    <message>
        <source>There is no scoring method number %1.</source>
        <translation>Ein Bewertungsverfahren Nummer %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>scoring method</source>
        <translation>Bewertungsverfahren</translation>
    </message>
    <message>
        <source>Model %1 has %2 classes; there is no class number %3 to explain.</source>
        <translation>Das Modell %1 hat %2 Klassen; eine Klasse Nummer %3 zum Erklären gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 holds no text, so there is nothing to measure.</source>
        <translation>%1 enthält keinen Text, also gibt es nichts zu messen.</translation>
    </message>
    <message>
        <source>it has no header and %1 columns, which go by their numbers from 1</source>
        <translation>sie hat keine Kopfzeile und %1 Spalten, die nach ihren Nummern ab 1 heißen</translation>
    </message>
    <message>
        <source>its columns are %1</source>
        <translation>ihre Spalten sind %1</translation>
    </message>
    <message>
        <source>%1 has no column &apos;%2&apos;; %3.</source>
        <translation>%1 hat keine Spalte „%2“; %3.</translation>
    </message>
    <message>
        <source>%1 has no column that looks like labels; name the column of the labels (%2).</source>
        <translation>%1 hat keine Spalte, die nach Labels aussieht; nennen Sie die Spalte der Labels (%2).</translation>
    </message>
    <message>
        <source>%1: text, second text and label must be different columns; name them (%2).</source>
        <translation>%1: Text, zweiter Text und Label müssen verschiedene Spalten sein; nennen Sie sie (%2).</translation>
    </message>
    <message>
        <source>%1 has no split &apos;%2&apos; (a file %2.jsonl); it holds no .jsonl file at all.</source>
        <translation>%1 hat keinen Teil „%2“ (eine Datei %2.jsonl); der Ordner enthält gar keine .jsonl-Datei.</translation>
    </message>
    <message>
        <source>%1 has no split &apos;%2&apos; (a file %2.jsonl); its splits are %3.</source>
        <translation>%1 hat keinen Teil „%2“ (eine Datei %2.jsonl); die Teile sind %3.</translation>
    </message>
    <message>
        <source>%1 is an ERASER data set: its text and labels have fixed names and cannot be chosen; omit the column names.</source>
        <translation>%1 ist ein ERASER-Datensatz: Text und Labels haben feste Namen und lassen sich nicht wählen; lassen Sie die Spaltennamen weg.</translation>
    </message>
    <message>
        <source>%1 has no second text &apos;%2&apos;; only &apos;query&apos; can be one.</source>
        <translation>%1 hat keinen zweiten Text „%2“; nur „query“ kann einer sein.</translation>
    </message>
    <message>
        <source>%1 holds no annotations, but examples were expected.</source>
        <translation>%1 enthält keine Annotationen, erwartet waren Beispiele.</translation>
    </message>
    <message>
        <source>There is no folder %1.</source>
        <translation>Einen Ordner %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is of the kind %2; a text was expected.</source>
        <translation>„%1“ ist von der Art %2; erwartet war ein Text.</translation>
    </message>
    <message>
        <source>the document &apos;%1&apos; is not in %2.</source>
        <translation>das Dokument „%1“ ist nicht in %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; cannot be the name of a document.</source>
        <translation>„%1“ kann nicht der Name eines Dokuments sein.</translation>
    </message>
    <message>
        <source>there is no &apos;classification&apos;; every annotation needs one.</source>
        <translation>„classification“ fehlt; jede Annotation braucht eine.</translation>
    </message>
    <message>
        <source>&apos;docids&apos; must be a list of names, and &apos;evidences&apos; a list of groups, each a list of spans with &apos;docid&apos;, &apos;start_token&apos; and &apos;end_token&apos;.</source>
        <translation>„docids“ muss eine Liste von Namen sein und „evidences“ eine Liste von Gruppen, jede eine Liste von Spannen mit „docid“, „start_token“ und „end_token“.</translation>
    </message>
    <message>
        <source>evidence goes from word %1 to %2, but the document &apos;%3&apos; has the words 0 to %4.</source>
        <translation>ein Beleg reicht von Wort %1 bis %2, aber das Dokument „%3“ hat die Wörter 0 bis %4.</translation>
    </message>
    <message>
        <source>a document must have a &apos;docid&apos; and a text &apos;document&apos;.</source>
        <translation>ein Dokument braucht eine „docid“ und einen Text „document“.</translation>
    </message>
    <message>
        <source>%1 has no folder &apos;docs&apos; and no file &apos;docs.jsonl&apos; with the documents; an ERASER data set is a folder with docs/ and &lt;split&gt;.jsonl.</source>
        <translation>%1 hat keinen Ordner „docs“ und keine Datei „docs.jsonl“ mit den Dokumenten; ein ERASER-Datensatz ist ein Ordner mit docs/ und &lt;Teil&gt;.jsonl.</translation>
    </message>
    <message>
        <source>There is no file %1, which says what belongs to the split &apos;%2&apos;; put it beside the data set, or omit the split to read all posts.</source>
        <translation>Es gibt keine Datei %1, die sagt, was zum Teil „%2“ gehört; legen Sie sie neben den Datensatz, oder lassen Sie den Teil weg, um alle Beiträge zu lesen.</translation>
    </message>
    <message>
        <source>%1 must hold an object with a list of post names for each split.</source>
        <translation>%1 muss ein Objekt mit einer Liste von Beitragsnamen für jeden Teil enthalten.</translation>
    </message>
    <message>
        <source>%1 has no split &apos;%2&apos;; its splits are %3.</source>
        <translation>%1 hat keinen Teil „%2“; die Teile sind %3.</translation>
    </message>
    <message>
        <source>%1 has no split &apos;%2&apos; (a folder %2 with a folder for each label, and text files, .txt, in it).</source>
        <translation>%1 hat keinen Teil „%2“ (einen Ordner %2 mit einem Ordner für jedes Label und Textdateien, .txt, darin).</translation>
    </message>
    <message>
        <source>the text is longer than 64 MiB.</source>
        <translation>der Text ist länger als 64 MiB.</translation>
    </message>
    <message>
        <source>%1 is a folder of text files and has no columns to choose; omit the column names.</source>
        <translation>%1 ist ein Ordner mit Textdateien und hat keine Spalten zur Auswahl; lassen Sie die Spaltennamen weg.</translation>
    </message>
    <message>
        <source>the class &apos;%1&apos; is no number from 1, as those above it are.</source>
        <translation>die Klasse „%1“ ist keine Zahl ab 1, wie es die darüber sind.</translation>
    </message>
    <message>
        <source>%1 is a HateXplain data set: its text and labels have fixed names and cannot be chosen; omit the column names.</source>
        <translation>%1 ist ein HateXplain-Datensatz: Text und Labels haben feste Namen und lassen sich nicht wählen; lassen Sie die Spaltennamen weg.</translation>
    </message>
    <message>
        <source>The annotators of a post are counted from 1; there is no annotator 0.</source>
        <translation>Die Annotierenden eines Beitrags werden ab 1 gezählt; eine Nummer 0 gibt es nicht.</translation>
    </message>
    <message>
        <source>the post &apos;%1&apos; must have &apos;annotators&apos; (a list of objects with a &apos;label&apos;), &apos;post_tokens&apos; (a list of words) and &apos;rationales&apos; (lists of 0 and 1, one for each word).</source>
        <translation>der Beitrag „%1“ braucht „annotators“ (eine Liste von Objekten mit einem „label“), „post_tokens“ (eine Liste von Wörtern) und „rationales“ (Listen von 0 und 1, eine Zahl je Wort).</translation>
    </message>
    <message>
        <source>&apos;rationale&apos; must be a list of spans [start, end] in characters of the text, such as [[5, 12]]; it holds %1.</source>
        <translation>„rationale“ muss eine Liste von Spannen [Anfang, Ende] in Zeichen des Textes sein, wie [[5, 12]]; sie enthält %1.</translation>
    </message>
    <message>
        <source>a value of the kind %1</source>
        <translation>einen Wert der Art %1</translation>
    </message>
    <message>
        <source>%1 holds no JSON objects, but examples were expected.</source>
        <translation>%1 enthält keine JSON-Objekte, erwartet waren Beispiele.</translation>
    </message>
    <message>
        <source>the object has no members with a text or a number.</source>
        <translation>das Objekt hat keine Einträge mit einem Text oder einer Zahl.</translation>
    </message>
    <message>
        <source>there is no member &apos;%1&apos;, only %2.</source>
        <translation>einen Eintrag „%1“ gibt es nicht, nur %2.</translation>
    </message>
    <message>
        <source>the member &apos;%1&apos; is of the kind %2; a text was expected.</source>
        <translation>der Eintrag „%1“ ist von der Art %2; erwartet war ein Text.</translation>
    </message>
    <message>
        <source>&apos;rationale&apos; is of the kind %1; a list of spans such as [[5, 12], [20, 31]] was expected.</source>
        <translation>„rationale“ ist von der Art %1; erwartet war eine Liste von Spannen wie [[5, 12], [20, 31]].</translation>
    </message>
    <message>
        <source>The label &apos;%1&apos; is none of the model&apos;s classes: %2; use one of these names or numbers.</source>
        <translation>Das Label „%1“ ist keine der Klassen des Modells: %2; verwenden Sie einen dieser Namen oder eine dieser Nummern.</translation>
    </message>
    <message>
        <source>%1 is of no known form: its first line has no tab, no comma and no JSON object; a TSV, CSV or JSONL file, an ERASER folder or HateXplain&apos;s dataset.json was expected.</source>
        <translation>%1 hat keine bekannte Form: In der ersten Zeile steht kein Tabulator, kein Komma und kein JSON-Objekt; erwartet war eine TSV-, CSV- oder JSONL-Datei, ein ERASER-Ordner oder die dataset.json von HateXplain.</translation>
    </message>
    <message>
        <source>data format</source>
        <translation>Datenformat</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is no choice of annotators; use majority, union, or the number of one from 1.</source>
        <translation>„%1“ ist keine Wahl von Annotierenden; möglich sind majority, union oder die Nummer von einer Person ab 1.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2; check its permissions.</source>
        <translation>%1 lässt sich nicht lesen: %2; prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>%1 holds broken JSON at byte %2; a list of sample texts was expected.</source>
        <translation>%1 enthält fehlerhaftes JSON bei Byte %2; erwartet war eine Liste von Beispieltexten.</translation>
    </message>
    <message>
        <source>%1 holds a JSON %2; a list of sample texts was expected.</source>
        <translation>%1 enthält JSON der Art %2; erwartet war eine Liste von Beispieltexten.</translation>
    </message>
    <message>
        <source>the rationale goes from character %1 to %2, but a span must not be empty and the text has the characters 0 to %3.</source>
        <translation>die Begründung reicht von Zeichen %1 bis %2, aber eine Spanne darf nicht leer sein und der Text hat die Zeichen 0 bis %3.</translation>
    </message>
    <message>
        <source>a mark [[ opens within another; close the first one by ]].</source>
        <translation>eine Markierung [[ beginnt innerhalb einer anderen; schließen Sie die erste mit ]].</translation>
    </message>
    <message>
        <source>a mark [[]] encloses nothing; take it out.</source>
        <translation>eine Markierung [[]] umschließt nichts; nehmen Sie sie heraus.</translation>
    </message>
    <message>
        <source>a mark ]] closes nothing; a [[ must come before it.</source>
        <translation>eine Markierung ]] schließt nichts; davor muss [[ stehen.</translation>
    </message>
    <message>
        <source>a mark [[ is never closed; put ]] behind the words that it should enclose.</source>
        <translation>eine Markierung [[ wird nie geschlossen; setzen Sie ]] hinter die Wörter, die sie umschließen soll.</translation>
    </message>
    <message>
        <source>the row is longer than 64 MiB; a quote is probably not closed.</source>
        <translation>die Zeile ist länger als 64 MiB; vermutlich ist ein Anführungszeichen nicht geschlossen.</translation>
    </message>
    <message>
        <source>a field opens with a quote (&quot;) that is never closed.</source>
        <translation>ein Feld beginnt mit einem Anführungszeichen (&quot;), das nie geschlossen wird.</translation>
    </message>
    <message>
        <source>a character follows the closing quote of a field; a quote within a quoted field is written twice (&quot;&quot;).</source>
        <translation>nach dem schließenden Anführungszeichen eines Feldes folgt noch ein Zeichen; ein Anführungszeichen innerhalb wird doppelt geschrieben (&quot;&quot;).</translation>
    </message>
    <message>
        <source>%1 holds no rows, but examples were expected.</source>
        <translation>%1 enthält keine Zeilen, erwartet waren Beispiele.</translation>
    </message>
    <message>
        <source>%1 holds a header but no rows under it.</source>
        <translation>%1 enthält eine Kopfzeile, aber keine Zeilen darunter.</translation>
    </message>
    <message>
        <source>%1 columns were found, %2 expected (columns are separated by %3).</source>
        <translation>gefunden wurden %1 Spalten, erwartet waren %2 (Trennzeichen: %3).</translation>
    </message>
    <message>
        <source>the rationale &apos;%1&apos; is no list of spans such as 5-12;20-31; (a last semicolon keeps spreadsheets from making a date of one span).</source>
        <translation>die Begründung „%1“ ist keine Liste von Spannen wie 5-12;20-31; (das letzte Semikolon verhindert, dass Tabellenprogramme aus einer Spanne ein Datum machen).</translation>
    </message>
    <message>
        <source>The example &apos;%1&apos; has no label, which ERASER&apos;s form asks for; give it one.</source>
        <translation>Das Beispiel „%1“ hat kein Label, das die Form von ERASER verlangt; geben Sie ihm eines.</translation>
    </message>
    <message>
        <source>The scores of this text are not finite; the model&apos;s weights are damaged.</source>
        <translation>Die Werte dieses Textes sind nicht endlich; die Gewichte des Modells sind beschädigt.</translation>
    </message>
    <message>
        <source>The data set holds no example with a label, so there is nothing to evaluate.</source>
        <translation>Der Datensatz enthält kein Beispiel mit Label, also gibt es nichts auszuwerten.</translation>
    </message>
    <message>
        <source>Example %1: %2</source>
        <translation>Beispiel %1: %2</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2; free some space and try again.</source>
        <translation>%1 lässt sich nicht schreiben: %2; schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2; choose a folder that you may write to.</source>
        <translation>%1 lässt sich nicht schreiben: %2; wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2; choose a file name.</source>
        <translation>%1 lässt sich nicht schreiben: %2; wählen Sie einen Dateinamen.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>There is no file %1.</source>
        <translation>Eine Datei %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 is a folder, but a file was expected.</source>
        <translation>%1 ist ein Ordner, erwartet war eine Datei.</translation>
    </message>
    <message>
        <source>%1 holds more than %2 MiB, too much to be read at once; give a smaller file.</source>
        <translation>%1 enthält mehr als %2 MiB, zu viel, um es auf einmal zu lesen; nehmen Sie eine kleinere Datei.</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>der Wert fehlt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was found, &quot;%2&quot; was expected</source>
        <translation>gefunden wurde „%1“, erwartet war „%2“</translation>
    </message>
    <message>
        <source>%1: “%2”: %3.</source>
        <translation>%1: „%2“: %3.</translation>
    </message>
    <message>
        <source>%1: “%2”: %3</source>
        <translation>%1: „%2“: %3</translation>
    </message>
    <message>
        <source>%1 was found, %2 was expected</source>
        <translation>gefunden wurde %1, erwartet war %2</translation>
    </message>
    <message>
        <source>there is no such setting; known here: %1</source>
        <translation>eine solche Einstellung gibt es nicht; bekannt sind hier: %1</translation>
    </message>
    <message>
        <source>%1 holds broken JSON at byte %2; one object { ... } was expected.</source>
        <translation>%1 enthält fehlerhaftes JSON bei Byte %2; erwartet war ein Objekt { ... }.</translation>
    </message>
    <message>
        <source>%1 holds a number that is too large.</source>
        <translation>%1 enthält eine zu große Zahl.</translation>
    </message>
    <message>
        <source>%1 is nested deeper than %2 levels, which no file of this kind is.</source>
        <translation>%1 ist tiefer als %2 Ebenen verschachtelt, was keine Datei dieser Art ist.</translation>
    </message>
    <message>
        <source>%1 holds a JSON %2; one object { ... } was expected.</source>
        <translation>%1 enthält JSON der Art %2; erwartet war ein Objekt { ... }.</translation>
    </message>
    <message>
        <source>%1 was found, from %2 to %3 was expected</source>
        <translation>gefunden wurde %1, erwartet war ein Wert von %2 bis %3</translation>
    </message>
    <message>
        <source>an object { ... }</source>
        <translation>ein Objekt { ... }</translation>
    </message>
    <message>
        <source>a list [ ... ]</source>
        <translation>eine Liste [ ... ]</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a whole number of at least 0</source>
        <translation>eine ganze Zahl von mindestens 0</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a number is too large.</source>
        <translation>eine Zahl ist zu groß.</translation>
    </message>
    <message>
        <source>broken JSON at byte %1; one object a line was expected.</source>
        <translation>fehlerhaftes JSON bei Byte %1; erwartet war ein Objekt je Zeile.</translation>
    </message>
    <message>
        <source>a JSON %1 was found; one object a line was expected.</source>
        <translation>JSON der Art %1 steht da; erwartet war ein Objekt je Zeile.</translation>
    </message>
    <message>
        <source>an object { with a member for each post</source>
        <translation>ein Objekt { mit einem Eintrag für jeden Beitrag</translation>
    </message>
    <message>
        <source>broken JSON; %1 was expected.</source>
        <translation>fehlerhaftes JSON; erwartet war %1.</translation>
    </message>
    <message>
        <source>a whole and valid value</source>
        <translation>ein vollständiger, gültiger Wert</translation>
    </message>
    <message>
        <source>the end of the value that starts here</source>
        <translation>das Ende des Wertes, der hier beginnt</translation>
    </message>
    <message>
        <source>a post of less than 64 MiB</source>
        <translation>ein Beitrag von weniger als 64 MiB</translation>
    </message>
    <message>
        <source>the end of the file behind the last }</source>
        <translation>das Ende der Datei hinter der letzten }</translation>
    </message>
    <message>
        <source>a comma or the closing }</source>
        <translation>ein Komma oder die schließende }</translation>
    </message>
    <message>
        <source>the name of a post in quotes</source>
        <translation>der Name eines Beitrags in Anführungszeichen</translation>
    </message>
    <message>
        <source>a colon behind the name of a post</source>
        <translation>ein Doppelpunkt hinter dem Namen eines Beitrags</translation>
    </message>
    <message>
        <source>The program&apos;s own folder cannot be found: /proc/self/exe: %1.</source>
        <translation>Der eigene Ordner des Programms ist nicht zu finden: /proc/self/exe: %1.</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>%1 kann nicht gelesen werden: %2.</translation>
    </message>
    <message>
        <source>%1 was changed while it was read; try again once it is written.</source>
        <translation>%1 wurde geändert, während es gelesen wurde; versuchen Sie es noch einmal, wenn es geschrieben ist.</translation>
    </message>
    <message>
        <source>Cannot open %1: %2.</source>
        <translation>%1 lässt sich nicht öffnen: %2.</translation>
    </message>
    <message>
        <source>%1 is not a file; expected a .safetensors file.</source>
        <translation>%1 ist keine Datei; erwartet war eine .safetensors-Datei.</translation>
    </message>
    <message>
        <source>Cannot write %1: tensor %2 of shape %3 cannot have %4 bytes.</source>
        <translation>%1 lässt sich nicht schreiben: Der Tensor %2 der Form %3 kann nicht %4 Bytes haben.</translation>
    </message>
    <message>
        <source>%1 is not a sound .safetensors file: %2.</source>
        <translation>%1 ist keine gültige .safetensors-Datei: %2.</translation>
    </message>
    <message>
        <source>its header is not a JSON object</source>
        <translation>ihr Kopf ist kein JSON-Objekt</translation>
    </message>
    <message>
        <source>its header is nested deeper than tensor, field and list</source>
        <translation>ihr Kopf ist tiefer verschachtelt als Tensor, Feld und Liste</translation>
    </message>
    <message>
        <source>its header holds %1 twice</source>
        <translation>ihr Kopf enthält %1 zweimal</translation>
    </message>
    <message>
        <source>its header is not valid JSON</source>
        <translation>ihr Kopf ist kein gültiges JSON</translation>
    </message>
    <message>
        <source>__metadata__ is not an object of texts</source>
        <translation>__metadata__ ist kein Objekt aus Texten</translation>
    </message>
    <message>
        <source>__metadata__ holds something other than a text at %1</source>
        <translation>__metadata__ enthält bei %1 etwas anderes als einen Text</translation>
    </message>
    <message>
        <source>the entry of tensor %1 is not exactly dtype, shape and data_offsets</source>
        <translation>der Eintrag des Tensors %1 besteht nicht genau aus dtype, shape und data_offsets</translation>
    </message>
    <message>
        <source>tensor %1 has %2 dimensions</source>
        <translation>der Tensor %1 hat %2 Dimensionen</translation>
    </message>
    <message>
        <source>data_offsets of tensor %1 are not a beginning and an end</source>
        <translation>data_offsets des Tensors %1 sind nicht Anfang und Ende</translation>
    </message>
    <message>
        <source>tensor %1 should end at byte %2 of the data, but there are only %3; it may have been cut off while copying</source>
        <translation>der Tensor %1 sollte bei Byte %2 der Daten enden, es gibt aber nur %3; vielleicht wurde die Datei beim Kopieren abgeschnitten</translation>
    </message>
    <message>
        <source>tensor %1 of shape %2 and type %3 cannot have %4 bytes</source>
        <translation>der Tensor %1 der Form %2 und Art %3 kann nicht %4 Bytes haben</translation>
    </message>
    <message>
        <source>dtype of tensor %1 is not a text</source>
        <translation>dtype des Tensors %1 ist kein Text</translation>
    </message>
    <message>
        <source>%1 of tensor %2 is not a list of whole numbers from 0 up</source>
        <translation>%1 des Tensors %2 ist keine Liste ganzer Zahlen ab 0</translation>
    </message>
    <message>
        <source>tensor %1 overlaps another</source>
        <translation>der Tensor %1 überlappt einen anderen</translation>
    </message>
    <message>
        <source>there are bytes before tensor %1 that belong to no tensor</source>
        <translation>vor dem Tensor %1 stehen Bytes, die zu keinem Tensor gehören</translation>
    </message>
    <message>
        <source>bytes follow its last tensor</source>
        <translation>nach ihrem letzten Tensor folgen noch Bytes</translation>
    </message>
    <message>
        <source>it has %1 bytes, too few even for the length of its header</source>
        <translation>sie hat %1 Bytes, zu wenig selbst für die Länge ihres Kopfes</translation>
    </message>
    <message>
        <source>its header should have %1 bytes, but only %2 follow; it may have been cut off while copying</source>
        <translation>ihr Kopf sollte %1 Bytes haben, es folgen aber nur %2; vielleicht wurde sie beim Kopieren abgeschnitten</translation>
    </message>
    <message>
        <source>its header has %1 bytes, more than the %2 that any BERT model needs</source>
        <translation>ihr Kopf hat %1 Bytes, mehr als die %2, die irgendein BERT-Modell braucht</translation>
    </message>
    <message>
        <source>%1 cannot be read; check its permissions.</source>
        <translation>%1 lässt sich nicht lesen; prüfen Sie die Zugriffsrechte.</translation>
    </message>
    <message>
        <source>%1 cannot be read; copy the file again.</source>
        <translation>%1 lässt sich nicht lesen; kopieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>%1 is empty, but examples were expected.</source>
        <translation>%1 ist leer, erwartet waren Beispiele.</translation>
    </message>
    <message>
        <source>%1 is UTF-16 text; save it as UTF-8 and open it again.</source>
        <translation>%1 ist Text in UTF-16; speichern Sie ihn als UTF-8 und öffnen Sie ihn noch einmal.</translation>
    </message>
    <message>
        <source>%1 is not a text file; a TSV, CSV or JSONL file in UTF-8 was expected.</source>
        <translation>%1 ist keine Textdatei; erwartet war eine TSV-, CSV- oder JSONL-Datei in UTF-8.</translation>
    </message>
    <message>
        <source>reading stopped with a disk error; copy the file again.</source>
        <translation>das Lesen brach mit einem Fehler des Datenträgers ab; kopieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>the line is longer than 64 MiB; one example a line was expected.</source>
        <translation>die Zeile ist länger als 64 MiB; erwartet war ein Beispiel je Zeile.</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>The library oneDNN refused a matrix product (status %1).</source>
        <translation>Die Bibliothek oneDNN hat ein Matrixprodukt abgelehnt (Status %1).</translation>
    </message>
    <message>
        <source>This build has no oneDNN.</source>
        <translation>In diesem Programm fehlt oneDNN.</translation>
    </message>
    <message>
        <source>protocol</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>There is no %1 &apos;%2&apos;; known are %3.</source>
        <translation>Unbekannt: %1 „%2“; bekannt sind %3.</translation>
    </message>
    <message>
        <source>Each value of eta must lie between 0.01 and 1.</source>
        <translation>Jeder Wert von eta muss zwischen 0,01 und 1 liegen.</translation>
    </message>
    <message>
        <source>[CLS] always stays, since the prediction is read from it; force other tokens.</source>
        <translation>[CLS] bleibt immer, denn aus ihm wird die Vorhersage gelesen; geben Sie andere Token vor.</translation>
    </message>
    <message>
        <source>The model drops no tokens by a threshold, so there is none to set; omit eta.</source>
        <translation>Das Modell lässt keine Token nach einer Schwelle weg, also ist keine zu setzen; lassen Sie eta weg.</translation>
    </message>
    <message>
        <source>ICU has no table of canonical forms; install its data.</source>
        <translation>ICU hat keine Tabelle der kanonischen Formen; installieren Sie seine Daten.</translation>
    </message>
    <message>
        <source>The text is longer than 4 GB; split it.</source>
        <translation>Der Text ist länger als 4 GB; teilen Sie ihn.</translation>
    </message>
    <message>
        <source>A maximum length of %1 pieces has no room for [CLS] and [SEP]; it must be at least %2.</source>
        <translation>Eine Höchstlänge von %1 Wortstücken hat keinen Platz für [CLS] und [SEP]; sie muss mindestens %2 sein.</translation>
    </message>
    <message>
        <source>A window of %1 pieces has no room for the text; it must have at least %2.</source>
        <translation>Ein Fenster von %1 Wortstücken hat keinen Platz für den Text; es muss mindestens %2 haben.</translation>
    </message>
    <message>
        <source>%1 does not exist; a model folder needs its vocab.txt, one word piece a line.</source>
        <translation>%1 gibt es nicht; ein Modellordner braucht seine vocab.txt, ein Wortstück je Zeile.</translation>
    </message>
    <message>
        <source>%1 is no file; give the model&apos;s vocab.txt, one word piece a line.</source>
        <translation>%1 ist keine Datei; geben Sie die vocab.txt des Modells an, ein Wortstück je Zeile.</translation>
    </message>
    <message>
        <source>The vocabulary %1 is written in UTF-16, but UTF-8 is expected; save it as UTF-8.</source>
        <translation>Das Vokabular %1 ist in UTF-16 geschrieben, erwartet ist UTF-8; speichern Sie es als UTF-8.</translation>
    </message>
    <message>
        <source>The vocabulary %1 is no UTF-8 text at line %2; check that it is the model&apos;s vocab.txt, saved as UTF-8.</source>
        <translation>Das Vokabular %1 ist in Zeile %2 kein UTF-8-Text; prüfen Sie, ob es die vocab.txt des Modells ist, gespeichert als UTF-8.</translation>
    </message>
    <message>
        <source>The vocabulary %1 is empty; it must hold one word piece a line.</source>
        <translation>Das Vokabular %1 ist leer; es muss ein Wortstück je Zeile enthalten.</translation>
    </message>
    <message>
        <source>The vocabulary %1 lacks %2, which every BERT vocabulary has; check that it is the model&apos;s vocab.txt.</source>
        <translation>Dem Vokabular %1 fehlt %2, was jedes BERT-Vokabular hat; prüfen Sie, ob es die vocab.txt des Modells ist.</translation>
    </message>
    <message>
        <source>each value must lie between 0.01 and 1</source>
        <translation>jeder Wert muss zwischen 0,01 und 1 liegen</translation>
    </message>
    <message>
        <source>Running model %1</source>
        <translation>Das Ausführen des Modells %1</translation>
    </message>
    <message>
        <source>Measuring model %1</source>
        <translation>Das Messen des Modells %1</translation>
    </message>
    <message>
        <source>Model %1 computed numbers that are not finite; its weights are damaged.</source>
        <translation>Modell %1 hat Zahlen berechnet, die nicht endlich sind; seine Gewichte sind beschädigt.</translation>
    </message>
    <message>
        <source>%1 is missing; %2.</source>
        <translation>%1 fehlt; %2.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>A matrix product failed inside oneDNN: %1.</source>
        <translation>Ein Matrixprodukt ist in oneDNN gescheitert: %1.</translation>
    </message>
    <message>
        <source>%1 needs more memory than this machine has free; take a shorter text or a smaller batch.</source>
        <translation>%1 braucht mehr Speicher, als auf diesem Rechner frei ist; nehmen Sie einen kürzeren Text oder einen kleineren Stapel.</translation>
    </message>
    <message>
        <source>%1 failed inside LibTorch: %2</source>
        <translation>%1 ist in LibTorch gescheitert: %2</translation>
    </message>
    <message>
        <source>%1 failed: %2 (%3); check the permissions there, and the free space.</source>
        <translation>%1 ist gescheitert: %2 (%3); prüfen Sie dort die Rechte und den freien Platz.</translation>
    </message>
    <message>
        <source>%1 holds tensors of &quot;%2&quot; (%3 and others), but config.json has no &quot;%2&quot; section; take the config.json that belongs to it.</source>
        <translation>%1 enthält Tensoren von „%2“ (%3 und weitere), aber config.json hat keinen Abschnitt „%2“; nehmen Sie die config.json, die dazugehört.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2 holds numbers that are not finite, or too large for float16; store the model in float32.</source>
        <translation>%1 kann nicht geschrieben werden: %2 enthält Zahlen, die nicht endlich oder für float16 zu groß sind; speichern Sie das Modell in float32.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2 holds numbers that are not finite.</source>
        <translation>%1 kann nicht geschrieben werden: %2 enthält Zahlen, die nicht endlich sind.</translation>
    </message>
    <message>
        <source>Cannot write %1: %2 has shape %3, expected %4.</source>
        <translation>%1 kann nicht geschrieben werden: %2 hat die Form %3, erwartet wird %4.</translation>
    </message>
    <message>
        <source>The files of %1 keep changing; open the model again once they are written.</source>
        <translation>Die Dateien von %1 ändern sich laufend; öffnen Sie das Modell noch einmal, wenn sie geschrieben sind.</translation>
    </message>
    <message>
        <source>%1, which ADAPLENS_MODEL names, is not a folder; set it to a model folder.</source>
        <translation>%1, von ADAPLENS_MODEL genannt, ist kein Ordner; nennen Sie dort einen Modellordner.</translation>
    </message>
    <message>
        <source>There is no model in %1: this copy of AdapLens has none; open a model folder (--model DIR), or name one in ADAPLENS_MODEL.</source>
        <translation>In %1 ist kein Modell: Dieses AdapLens hat keines mitbekommen; öffnen Sie einen Modellordner (--model DIR), oder nennen Sie einen in ADAPLENS_MODEL.</translation>
    </message>
    <message>
        <source>There is no folder %1, and no model came with this copy of AdapLens; name the folder of a model.</source>
        <translation>Einen Ordner %1 gibt es nicht, und dieses AdapLens hat kein Modell mitbekommen; nennen Sie den Ordner eines Modells.</translation>
    </message>
    <message>
        <source>There is no folder %1, and no such model came with AdapLens; name the folder of a model, or one of: %2.</source>
        <translation>Einen Ordner %1 gibt es nicht, und kein Modell dieses Namens kam mit AdapLens; nennen Sie den Ordner eines Modells oder eines von: %2.</translation>
    </message>
    <message>
        <source>%1: “word_embeddings” names %2, which does not lie in %3; put the file there and name it relative to the model&apos;s folder.</source>
        <translation>%1: „word_embeddings“ nennt %2; die Datei liegt nicht in %3. Legen Sie sie dorthin, und nennen Sie sie vom Ordner des Modells aus.</translation>
    </message>
    <message>
        <source>%1 is missing, which %2 names as the file of its word embeddings; copy both from the same place, or export the model again without --share-embeddings.</source>
        <translation>%1 fehlt, von %2 als Datei seiner Wortvektoren genannt; kopieren Sie beide vom selben Ort, oder exportieren Sie das Modell neu ohne --share-embeddings.</translation>
    </message>
    <message>
        <source>%1 holds other word embeddings than model %2; name another file, or train the model with frozen word embeddings.</source>
        <translation>%1 enthält andere Wortvektoren als das Modell %2; nennen Sie eine andere Datei, oder trainieren Sie das Modell mit festgehaltenen Wortvektoren.</translation>
    </message>
    <message>
        <source>%1 holds another vocabulary than model %2; name a file in another folder.</source>
        <translation>%1 enthält ein anderes Vokabular als das Modell %2; nennen Sie eine Datei in einem anderen Ordner.</translation>
    </message>
    <message>
        <source>%1 does not hold the word embeddings that belong to %2: %3. Take both files from the same place.</source>
        <translation>%1 enthält nicht die Wortvektoren, die zu %2 gehören: %3. Nehmen Sie beide Dateien vom selben Ort.</translation>
    </message>
    <message>
        <source>Model %1 and its plain twin have different word embeddings, so they cannot share a file of them; export them without --share-embeddings.</source>
        <translation>Das Modell %1 und sein einfacher Zwilling haben verschiedene Wortvektoren und können keine Datei davon teilen; exportieren Sie ohne --share-embeddings.</translation>
    </message>
    <message>
        <source>it describes %1; AdapLens runs sequence classifiers (%2), so train one from this encoder first (adaplens-cli train)</source>
        <translation>sie beschreibt %1; AdapLens führt Textklassifikatoren aus (%2), trainieren Sie also zuerst einen aus diesem Encoder (adaplens-cli train)</translation>
    </message>
    <message>
        <source>the model has 1 output; AdapLens needs a classifier with at least two classes</source>
        <translation>das Modell hat eine Ausgabe; AdapLens braucht einen Klassifikator mit mindestens zwei Klassen</translation>
    </message>
    <message>
        <source>the model is for %1; AdapLens needs a classifier with at least two classes</source>
        <translation>das Modell ist für %1; AdapLens braucht einen Klassifikator mit mindestens zwei Klassen</translation>
    </message>
    <message>
        <source>hidden_size %1 cannot be divided among %2 attention heads</source>
        <translation>hidden_size %1 lässt sich nicht auf %2 Attention-Köpfe verteilen</translation>
    </message>
    <message>
        <source>%1 is not a folder; %2.</source>
        <translation>%1 ist kein Ordner; %2.</translation>
    </message>
    <message>
        <source>%1 is a file; name a folder that does not exist yet or is empty.</source>
        <translation>%1 ist eine Datei; nennen Sie einen Ordner, den es noch nicht gibt oder der leer ist.</translation>
    </message>
    <message>
        <source>The folder %1 is not empty; name another one, or say --force to replace the model in it.</source>
        <translation>Der Ordner %1 ist nicht leer; nennen Sie einen anderen, oder ersetzen Sie das Modell darin mit --force.</translation>
    </message>
    <message>
        <source>The model could not be exported to %1: %2 (%3).</source>
        <translation>Das Modell konnte nicht nach %1 exportiert werden: %2 (%3).</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written: %2; choose one that you may write to, beside which there is space for it.</source>
        <translation>Der Ordner %1 kann nicht geschrieben werden: %2; wählen Sie einen, in den Sie schreiben dürfen und neben dem Platz dafür ist.</translation>
    </message>
    <message>
        <source>%1 does not fit the model it is the plain twin of: %2; remove the folder or export both together.</source>
        <translation>%1 passt nicht zu dem Modell, dessen einfacher Zwilling es ist: %2; entfernen Sie den Ordner, oder exportieren Sie beide zusammen.</translation>
    </message>
    <message>
        <source>it drops tokens itself</source>
        <translation>es lässt selbst Token weg</translation>
    </message>
    <message>
        <source>its labels differ</source>
        <translation>seine Klassen sind andere</translation>
    </message>
    <message>
        <source>its layers differ in number or size</source>
        <translation>seine Schichten haben andere Zahl oder Größe</translation>
    </message>
    <message>
        <source>its vocabulary differs</source>
        <translation>sein Vokabular ist ein anderes</translation>
    </message>
    <message>
        <source>it reads shorter texts, or no pairs</source>
        <translation>es liest kürzere Texte oder keine Paare</translation>
    </message>
    <message>
        <source>Opening %1</source>
        <translation>Das Öffnen von %1</translation>
    </message>
    <message>
        <source>The text has %1 pieces; model %2 reads 1 to %3.</source>
        <translation>Der Text hat %1 Wortstücke; Modell %2 liest 1 bis %3.</translation>
    </message>
    <message>
        <source>The text was cut into pieces that model %1 does not know; it may read single texts only, or the pieces are another model&apos;s.</source>
        <translation>Der Text wurde in Wortstücke zerlegt, die Modell %1 nicht kennt; vielleicht liest es nur einzelne Texte, oder die Wortstücke gehören zu einem anderen Modell.</translation>
    </message>
    <message>
        <source>Model %1 drops no tokens here, so there is nothing to change; open an adaptive model, or run it without &quot;plain&quot;.</source>
        <translation>Modell %1 lässt hier keine Token weg, es gibt also nichts zu ändern; öffnen Sie ein adaptives Modell, oder führen Sie es ohne „plain“ aus.</translation>
    </message>
    <message>
        <source>Token %1 is forced, but the text has %2 pieces, counted from 0.</source>
        <translation>Token %1 ist vorgegeben, aber der Text hat %2 Wortstücke, gezählt ab 0.</translation>
    </message>
    <message>
        <source>%1 has %2 pieces, but config.json says that vocab_size is %3; take both files from the same model.</source>
        <translation>%1 hat %2 Wortstücke, aber laut config.json ist vocab_size %3; nehmen Sie beide Dateien vom selben Modell.</translation>
    </message>
    <message>
        <source>%1 does not fit its config.json: %2. Take both files from the same model.</source>
        <translation>%1 passt nicht zu seiner config.json: %2. Nehmen Sie beide Dateien vom selben Modell.</translation>
    </message>
    <message>
        <source>Model %1 computed contribution scores that are not finite; its weights are damaged.</source>
        <translation>Modell %1 hat Beitragswerte berechnet, die nicht endlich sind; seine Gewichte sind beschädigt.</translation>
    </message>
    <message>
        <source>%1 of layer %2 is %3, expected more than 0 and at most 1</source>
        <translation>%1 der Schicht %2 ist %3, erwartet wird mehr als 0 und höchstens 1</translation>
    </message>
    <message>
        <source>Eta has %1 values, but the model has %2 layers; give one for each.</source>
        <translation>Eta hat %1 Werte, aber das Modell hat %2 Schichten; geben Sie je Schicht einen an.</translation>
    </message>
    <message>
        <source>Model %1 has no contribution predictors; name an AdapLeR model.</source>
        <translation>Modell %1 hat keine Contribution Predictors; nennen Sie ein AdapLeR-Modell.</translation>
    </message>
    <message>
        <source>A token is forced from layer %1 on, but model %2 has layers 0 to %3.</source>
        <translation>Ein Token ist ab Schicht %1 vorgegeben, aber Modell %2 hat die Schichten 0 bis %3.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no way to drop tokens; known are %2.</source>
        <translation>„%1“ ist kein bekannter Weg, Token wegzulassen; bekannt sind %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; was found, &quot;%2&quot; or &quot;%3&quot; was expected</source>
        <translation>gefunden wurde „%1“, erwartet „%2“ oder „%3“</translation>
    </message>
    <message>
        <source>%1 (“continue_from”) differs from the backbone in shape, vocabulary or labels; name the backbone that it was trained from.</source>
        <translation>%1 („continue_from“) weicht in Gestalt, Vokabular oder Klassen vom Grundmodell ab; geben Sie das Grundmodell an, aus dem es trainiert wurde.</translation>
    </message>
    <message>
        <source>%1 (“continue_from”) drops no tokens; name an AdapLeR model, or omit it.</source>
        <translation>%1 („continue_from“) lässt keine Token fallen; geben Sie ein AdapLeR-Modell an, oder lassen Sie die Angabe weg.</translation>
    </message>
    <message>
        <source>%1 (“continue_from”) lies among the results that --restart deletes; copy it elsewhere, or choose another “out” folder.</source>
        <translation>%1 („continue_from“) liegt unter den Ergebnissen, die --restart löscht; kopieren Sie es an einen anderen Ort, oder wählen Sie einen anderen Ordner „out“.</translation>
    </message>
    <message>
        <source>%1 belongs to other data; run step %2 again.</source>
        <translation>%1 gehört zu anderen Daten; führen Sie den Schritt %2 noch einmal aus.</translation>
    </message>
    <message>
        <source>%1 cannot be written; check the folder&apos;s permissions and free space.</source>
        <translation>%1 kann nicht geschrieben werden; prüfen Sie Rechte und freien Platz des Ordners.</translation>
    </message>
    <message>
        <source>%1 gives %2 examples to train on and %3 held out; both need at least one (see “holdout”).</source>
        <translation>%1 ergibt %2 Beispiele zum Trainieren und %3 zurückgehaltene; von beiden wird mindestens eines gebraucht (siehe „holdout“).</translation>
    </message>
    <message>
        <source>%1 gives %2 sentences of four words or more to train on and %3 held out; both need at least one: hold out more, or omit “sentences”.</source>
        <translation>%1 ergibt %2 Sätze von vier oder mehr Wörtern zum Trainieren und %3 zurückgehaltene; von beiden wird mindestens einer gebraucht: halten Sie mehr zurück, oder lassen Sie „sentences“ weg.</translation>
    </message>
    <message>
        <source>%1 has another “%2” than the configuration given; resume with the same one, or choose another “out” folder.</source>
        <translation>%1 hat ein anderes „%2“ als die angegebene Konfiguration; setzen Sie mit derselben fort, oder wählen Sie einen anderen Ordner „out“.</translation>
    </message>
    <message>
        <source>%1 holds results of an earlier run (%2); go on with --resume, replace them with --restart, or choose another “out” folder.</source>
        <translation>%1 enthält Ergebnisse eines früheren Laufs (%2); setzen Sie ihn mit --resume fort, ersetzen Sie sie mit --restart, oder wählen Sie einen anderen Ordner „out“.</translation>
    </message>
    <message>
        <source>%1 is a pickle, which AdapLens does not read because it can run code; make a model.safetensors of it with: %2.</source>
        <translation>%1 ist eine Pickle-Datei, die AdapLens nicht liest, weil sie Programme ausführen kann; machen Sie daraus eine model.safetensors mit: %2.</translation>
    </message>
    <message>
        <source>%1 is damaged; run step %2 again with --restart.</source>
        <translation>%1 ist beschädigt; führen Sie den Schritt %2 mit --restart noch einmal aus.</translation>
    </message>
    <message>
        <source>%1 is not a folder; choose another “out” folder.</source>
        <translation>%1 ist kein Ordner; wählen Sie einen anderen Ordner „out“.</translation>
    </message>
    <message>
        <source>%1 is not the configuration of a training run; choose another “out” folder.</source>
        <translation>%1 ist nicht die Konfiguration eines Trainingslaufs; wählen Sie einen anderen Ordner „out“.</translation>
    </message>
    <message>
        <source>%1 is there, but no config.json of a training run; choose another “out” folder.</source>
        <translation>%1 ist vorhanden, aber keine config.json eines Trainingslaufs; wählen Sie einen anderen Ordner „out“.</translation>
    </message>
    <message>
        <source>%1 is too few for [CLS], a word and [SEP]</source>
        <translation>%1 ist zu wenig für [CLS], ein Wort und [SEP]</translation>
    </message>
    <message>
        <source>%1 or %2</source>
        <translation>%1 oder %2</translation>
    </message>
    <message>
        <source>%1: each value of “class_weights” must be a number of at least 0.</source>
        <translation>%1: Jeder Wert von „class_weights“ muss eine Zahl von mindestens 0 sein.</translation>
    </message>
    <message>
        <source>%1: “backbone” (the folder of a pre-trained encoder) and “out” (a folder for the results) are needed.</source>
        <translation>%1: „backbone“ (Ordner eines vortrainierten Encoders) und „out“ (ein Ordner für die Ergebnisse) werden gebraucht.</translation>
    </message>
    <message>
        <source>%1: “class_weights” has %2 values for %3 labels.</source>
        <translation>%1: „class_weights“ hat %2 Werte für %3 Klassen.</translation>
    </message>
    <message>
        <source>%1: “data” lists no data set.</source>
        <translation>%1: „data“ nennt keinen Datensatz.</translation>
    </message>
    <message>
        <source>%1: “data” must be a list [ … ] of objects, each step&apos;s section an object { … }.</source>
        <translation>%1: „data“ muss eine Liste [ … ] von Objekten sein, der Abschnitt jedes Schritts ein Objekt { … }.</translation>
    </message>
    <message>
        <source>%1: “labels” must name at least two classes, in the order of their indices.</source>
        <translation>%1: „labels“ muss mindestens zwei Klassen nennen, in der Reihenfolge ihrer Nummern.</translation>
    </message>
    <message>
        <source>Step %1 has not been finished in %2; run it first, or name the folder of a run that did with --from.</source>
        <translation>Der Schritt %1 ist in %2 nicht abgeschlossen; führen Sie ihn zuerst aus, oder geben Sie mit --from den Ordner eines Laufs an, der das getan hat.</translation>
    </message>
    <message>
        <source>Step %1 stopped in epoch %2, batch %3 (%4): the loss is not a number. Lower the learning rates, or switch bfloat16 off.</source>
        <translation>Der Schritt %1 ist in Epoche %2, Stapel %3 (%4) stehen geblieben: Der Verlust ist keine Zahl. Senken Sie die Lernraten, oder schalten Sie bfloat16 aus.</translation>
    </message>
    <message>
        <source>The results of step %1 in %2 were made with another “%3” than the configuration given; use the same one, or run that step again.</source>
        <translation>Die Ergebnisse des Schritts %1 in %2 sind mit einem anderen „%3“ entstanden als in der angegebenen Konfiguration; nehmen Sie dasselbe, oder führen Sie den Schritt noch einmal aus.</translation>
    </message>
    <message>
        <source>The resume point %1 is damaged; start the step anew with --restart.</source>
        <translation>Der Fortsetzungspunkt %1 ist beschädigt; beginnen Sie den Schritt mit --restart von vorn.</translation>
    </message>
    <message>
        <source>The resume point does not fit this configuration (%1); start the step anew with --restart.</source>
        <translation>Der Fortsetzungspunkt passt nicht zu dieser Konfiguration (%1); beginnen Sie den Schritt mit --restart von vorn.</translation>
    </message>
    <message>
        <source>There is no training step “%1”; known are %2.</source>
        <translation>Es gibt keinen Trainingsschritt „%1“; bekannt sind %2.</translation>
    </message>
    <message>
        <source>There is nothing to resume in %1; start without --resume.</source>
        <translation>In %1 gibt es nichts fortzusetzen; beginnen Sie ohne --resume.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Das Training</translation>
    </message>
    <message>
        <source>it describes a decoder; AdapLens runs encoders only</source>
        <translation>beschrieben wird ein Decoder; AdapLens führt nur Encoder aus</translation>
    </message>
    <message>
        <source>it has %1 entries but none for &quot;%2&quot;</source>
        <translation>%1 Einträge, aber keiner für „%2“</translation>
    </message>
    <message>
        <source>it is &quot;%1&quot;, but there is no &quot;%1&quot; section</source>
        <translation>genannt ist „%1“, aber es gibt keinen Abschnitt „%1“</translation>
    </message>
    <message>
        <source>the model gives several labels at once; AdapLens needs one class a text</source>
        <translation>das Modell gibt mehrere Klassen zugleich aus; AdapLens braucht eine Klasse je Text</translation>
    </message>
    <message>
        <source>“%1” holds pairs of texts, but the backbone %2 reads single ones only; choose another.</source>
        <translation>„%1“ enthält Textpaare, aber das Grundmodell %2 liest nur einzelne Texte; wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>“layers” of “%1” must name layers of the backbone in rising order, from 0 to %2.</source>
        <translation>„layers“ von „%1“ muss Schichten des Grundmodells in aufsteigender Folge nennen, von 0 bis %2.</translation>
    </message>
    <message>
        <source>“max_length” of “%1” is more than the backbone reads, %2 pieces; lower it.</source>
        <translation>„max_length“ von „%1“ ist mehr, als das Grundmodell liest (%2 Stücke); senken Sie den Wert.</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Rechengenauigkeit</translation>
    </message>
    <message>
        <source>AP</source>
        <translation>AP</translation>
    </message>
    <message>
        <source>AUPRC</source>
        <translation>AUPRC</translation>
    </message>
    <message>
        <source>FPR</source>
        <translation>FPR</translation>
    </message>
    <message>
        <source>TPR</source>
        <translation>TPR</translation>
    </message>
    <message>
        <source>ROC AUC</source>
        <translation>ROC-AUC</translation>
    </message>
    <message>
        <source>Selected share</source>
        <translation>Anteil gewählt</translation>
    </message>
    <message>
        <source>Token P, micro</source>
        <translation>Token-Precision, mikro</translation>
    </message>
    <message>
        <source>Token R, micro</source>
        <translation>Token-Recall, mikro</translation>
    </message>
    <message>
        <source>Token F1, micro</source>
        <translation>Token-F1, mikro</translation>
    </message>
    <message>
        <source>Token F1, macro</source>
        <translation>Token-F1, makro</translation>
    </message>
    <message>
        <source>IOU F1</source>
        <translation>IOU-F1</translation>
    </message>
    <message>
        <source>Comprehensiveness</source>
        <translation>Comprehensiveness</translation>
    </message>
    <message>
        <source>Sufficiency</source>
        <translation>Sufficiency</translation>
    </message>
    <message>
        <source>AOPC comprehensiveness</source>
        <translation>AOPC Comprehensiveness</translation>
    </message>
    <message>
        <source>AOPC sufficiency</source>
        <translation>AOPC Sufficiency</translation>
    </message>
    <message>
        <source>%1 has more than %2 different labels, the last one found being &apos;%3&apos;; choose the column that holds the labels.</source>
        <translation>%1 hat mehr als %2 verschiedene Labels, zuletzt &apos;%3&apos;; wählen Sie die Spalte, in der die Labels stehen.</translation>
    </message>
    <message>
        <source>Epochs of every step that is run</source>
        <translation>Epochen jedes Schritts, der läuft</translation>
    </message>
    <message>
        <source>Weight of the contribution loss</source>
        <translation>Gewicht des Beitragsverlusts</translation>
    </message>
    <message>
        <source>learns to drop tokens with soft removal</source>
        <translation>lernt Token zu entfernen, mit weichem Ausblenden</translation>
    </message>
    <message>
        <source>fine-tunes the plain classifier</source>
        <translation>stimmt den einfachen Klassifikator fein ab</translation>
    </message>
    <message>
        <source>computes saliency targets of the training examples</source>
        <translation>berechnet Salienz-Ziele der Trainingsbeispiele</translation>
    </message>
    <message>
        <source>A training run is writing to %1 already; wait for its end, or choose another “out” folder.</source>
        <translation>Nach %1 schreibt schon ein Trainingslauf; warten Sie sein Ende ab, oder wählen Sie einen anderen Ordner „out“.</translation>
    </message>
    <message>
        <source>%1, line %2 is no line of a training log; choose the folder of a training run.</source>
        <translation>%1, Zeile %2 ist keine Zeile eines Trainingsprotokolls; wählen Sie den Ordner eines Trainingslaufs.</translation>
    </message>
    <message>
        <source>%1 holds no training run: there is no config.json in it; choose the “out” folder of a run.</source>
        <translation>%1 enthält keinen Trainingslauf: darin ist keine config.json; wählen Sie den Ordner „out“ eines Laufs.</translation>
    </message>
    <message>
        <source>%1 is not the configuration of a training run; choose the “out” folder of one.</source>
        <translation>%1 ist nicht die Konfiguration eines Trainingslaufs; wählen Sie den Ordner „out“ eines Laufs.</translation>
    </message>
    <message>
        <source>Temperature of the soft targets</source>
        <translation>Temperatur der weichen Ziele</translation>
    </message>
    <message>
        <source>trains a student with half the layers of the fine-tuned model, as DistilBERT</source>
        <translation>trainiert einen Schüler mit halb so vielen Schichten wie das trainierte Modell, wie DistilBERT</translation>
    </message>
    <message>
        <source>FPR at equal size</source>
        <translation>FPR, gleich viele</translation>
    </message>
    <message>
        <source>Precision at equal size</source>
        <translation>Precision, gleich viele</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>Schwellenwert</translation>
    </message>
    <message>
        <source>Before the attention of each layer a small contribution predictor looks at the n pieces that are left and gives each a score; the scores of a layer add up to 1. A piece stays if its score is at least the threshold δ. η, between 0.01 and 1, was learned with the model.</source>
        <translation>Vor der Aufmerksamkeit jeder Schicht betrachtet ein kleiner Beitragsschätzer die n verbliebenen Wortstücke und gibt jedem einen Score; die Scores einer Schicht ergeben zusammen 1. Ein Wortstück bleibt, wenn sein Score mindestens den Schwellenwert δ erreicht. η, zwischen 0,01 und 1, wurde mit dem Modell gelernt.</translation>
    </message>
    <message>
        <source>Each contribution predictor takes (%1·H + %1)·n more.</source>
        <translation>Jeder Beitragsschätzer braucht (%1·H + %1)·n mehr.</translation>
    </message>
    <message>
        <source>budget</source>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Inside each layer, after its attention and before its feed-forward part, the pieces stay that receive the most attention from all others, as many as the configuration says. Nothing is learned: it is a floor that shows what another rule&apos;s choice is worth.</source>
        <translation>In jeder Schicht, nach ihrer Aufmerksamkeit und vor ihrer Feed-Forward-Stufe, bleiben die Wortstücke, denen alle anderen die meiste Aufmerksamkeit geben, so viele, wie die Konfiguration sagt. Nichts ist gelernt: eine Untergrenze, die zeigt, was die Wahl einer anderen Regel wert ist.</translation>
    </message>
    <message>
        <source>Before the attention of each layer the first pieces stay, as many as the configuration says. Nothing is learned: it is a floor that shows what another rule&apos;s choice is worth.</source>
        <translation>Vor der Aufmerksamkeit jeder Schicht bleiben die ersten Wortstücke, so viele, wie die Konfiguration sagt. Nichts ist gelernt: eine Untergrenze, die zeigt, was die Wahl einer anderen Regel wert ist.</translation>
    </message>
    <message>
        <source>Before the attention of each layer [CLS] and the last pieces stay, as many as the configuration says. Nothing is learned: it is a floor that shows what another rule&apos;s choice is worth.</source>
        <translation>Vor der Aufmerksamkeit jeder Schicht bleiben [CLS] und die letzten Wortstücke, so viele, wie die Konfiguration sagt. Nichts ist gelernt: eine Untergrenze, die zeigt, was die Wahl einer anderen Regel wert ist.</translation>
    </message>
    <message>
        <source>This model drops nothing: every layer reads every piece.</source>
        <translation>Dieses Modell entfernt nichts: Jede Schicht liest jedes Wortstück.</translation>
    </message>
    <message>
        <source>retention</source>
        <translation>Retention</translation>
    </message>
    <message>
        <source>Inside each layer, after its attention and before its feed-forward part, the significance of a piece is the attention that it receives from all others that are left, mean over the heads. As many of the best stay as the retention configuration has for the layer, the same number in every text; where fewer are left, all stay.</source>
        <translation>In jeder Schicht, nach ihrer Aufmerksamkeit und vor ihrer Feed-Forward-Stufe, ist die Bedeutsamkeit eines Wortstücks die Aufmerksamkeit, die es von allen anderen verbliebenen erhält, im Mittel über die Köpfe. So viele der besten bleiben, wie die Retention-Konfiguration der Schicht lässt, in jedem Text gleich viele; wo weniger übrig sind, bleiben alle.</translation>
    </message>
    <message>
        <source>Before the attention of each layer as many pieces stay as the configuration says, drawn at random. Nothing is learned: it is a floor that shows what another rule&apos;s choice is worth.</source>
        <translation>Vor der Aufmerksamkeit jeder Schicht bleiben so viele Wortstücke, wie die Konfiguration sagt, zufällig gezogen. Nichts ist gelernt: eine Untergrenze, die zeigt, was die Wahl einer anderen Regel wert ist.</translation>
    </message>
    <message>
        <source>Attention works on the pieces that enter a layer, the feed-forward part on those that stay; adding up the attention received is not counted.</source>
        <translation>Die Aufmerksamkeit rechnet auf den Wortstücken, die in eine Schicht kommen, die Feed-Forward-Stufe auf denen, die bleiben; das Zusammenzählen der erhaltenen Aufmerksamkeit ist nicht gezählt.</translation>
    </message>
    <message>
        <source>Before the attention of two layers, the second and the one in the middle, a selector looks at each piece that is left and gives it a probability to be kept, whatever the others get. A piece stays if that is at least the threshold. The other layers decide nothing.</source>
        <translation>Vor der Aufmerksamkeit zweier Schichten, der zweiten und der in der Mitte, betrachtet ein Selektor jedes verbliebene Wortstück und gibt ihm eine Wahrscheinlichkeit zu bleiben, was immer die anderen bekommen. Ein Wortstück bleibt, wenn sie mindestens den Schwellenwert erreicht. Die übrigen Schichten entscheiden nichts.</translation>
    </message>
    <message>
        <source>Each selector takes (%1·H + %1)·n more.</source>
        <translation>Jeder Selektor braucht (%1·H + %1)·n mehr.</translation>
    </message>
    <message>
        <source>threshold δ</source>
        <translation>Schwellenwert δ</translation>
    </message>
    <message>
        <source>%1, entry %2: &apos;title&apos;, &apos;look&apos; and &apos;text&apos; are needed, all of them texts (&apos;pair&apos; may be one), and &apos;models&apos;, a list of names.</source>
        <translation>%1, Eintrag %2: „title“, „look“ und „text“ werden gebraucht, alle als Texte („pair“ darf einer sein), und „models“, eine Liste von Namen.</translation>
    </message>
    <message>
        <source>No model was written to %1. %2</source>
        <translation>Nach %1 wurde kein Modell geschrieben. %2</translation>
    </message>
    <message>
        <source>1 example</source>
        <translation>1 Beispiel</translation>
    </message>
    <message>
        <source>%1 examples</source>
        <translation>%1 Beispielen</translation>
    </message>
    <message>
        <source>With %1, none of them lost at the safest scale, the promise cannot be made; at that rate it would take %2.</source>
        <translation>Mit %1, von denen beim sichersten Faktor keines verloren geht, lässt sich das Versprechen nicht geben; bliebe es dabei, brauchte es %2.</translation>
    </message>
    <message>
        <source>With %1, %2 of them lost at the safest scale, the promise cannot be made; at that rate it would take %3, with none lost %4.</source>
        <translation>Mit %1, von denen beim sichersten Faktor %2 verloren gehen, lässt sich das Versprechen nicht geben; bliebe es dabei, brauchte es %3, ohne Verlust %4.</translation>
    </message>
    <message>
        <source>With %1, %2 of them lost at the safest scale, the promise cannot be made; at that rate no number of examples would do, with none lost %3.</source>
        <translation>Mit %1, von denen beim sichersten Faktor %2 verloren gehen, lässt sich das Versprechen nicht geben; bliebe es dabei, genügte keine Zahl von Beispielen, ohne Verlust %3.</translation>
    </message>
    <message>
        <source>With %1, %2 of them lost at the safest scale, the promise cannot be made; no number of examples would do.</source>
        <translation>Mit %1, von denen beim sichersten Faktor %2 verloren gehen, lässt sich das Versprechen nicht geben; keine Zahl von Beispielen würde genügen.</translation>
    </message>
    <message>
        <source>it has no %1; %2 was expected</source>
        <translation>sie hat keine Angabe dazu: %1; erwartet wurde %2</translation>
    </message>
    <message>
        <source>its %1 %2 is not known; %3 was expected</source>
        <translation>%1 %2 ist nicht bekannt; erwartet wurde %3</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>normaliser</source>
        <translation>Normalisierer</translation>
    </message>
    <message>
        <source>pre-tokeniser</source>
        <translation>Vor-Tokenisierer</translation>
    </message>
    <message>
        <source>post-processor</source>
        <translation>Nachbearbeiter</translation>
    </message>
    <message>
        <source>an object { ... } of pieces and their numbers was expected</source>
        <translation>erwartet wurde ein Objekt { ... } von Wortteilen und ihren Nummern</translation>
    </message>
    <message>
        <source>%1 has the number %2; a whole number below %3 was expected</source>
        <translation>%1 hat die Nummer %2; erwartet wurde eine ganze Zahl unter %3</translation>
    </message>
    <message>
        <source>the piece %1 is empty or holds a line end</source>
        <translation>der Wortteil %1 ist leer oder enthält ein Zeilenende</translation>
    </message>
    <message>
        <source>%1 and %2 have the same number, %3</source>
        <translation>%1 und %2 haben dieselbe Nummer, %3</translation>
    </message>
    <message>
        <source>an object { ... } with the file of each tensor was expected</source>
        <translation>erwartet wurde ein Objekt { ... } mit der Datei jedes Tensors</translation>
    </message>
    <message>
        <source>%1 lies in %2; a .safetensors file of the same folder was expected</source>
        <translation>%1 liegt in %2; erwartet wurde eine .safetensors-Datei desselben Ordners</translation>
    </message>
    <message>
        <source>%1 holds the tensor %2, which another file of the model holds, too; take all files from the same model.</source>
        <translation>%1 enthält den Tensor %2, den auch eine andere Datei des Modells enthält; nehmen Sie alle Dateien vom selben Modell.</translation>
    </message>
    <message>
        <source>%1 lists %2 files; a model has at most %3.</source>
        <translation>%1 nennt %2 Dateien; ein Modell hat höchstens %3.</translation>
    </message>
    <message>
        <source>%1 should hold the tensor %2, as %3 says, but does not; take all files from the same model.</source>
        <translation>%1 sollte nach %3 den Tensor %2 enthalten, tut es aber nicht; nehmen Sie alle Dateien vom selben Modell.</translation>
    </message>
    <message>
        <source>%1 speaks of %2 bytes of tensors, but its files hold %3; take all files from the same model.</source>
        <translation>%1 spricht von %2 Bytes an Tensoren, aber die Dateien enthalten %3; nehmen Sie alle Dateien vom selben Modell.</translation>
    </message>
    <message>
        <source>Model %1 drops no tokens here, so there is no budget for a floor; open a model that drops tokens.</source>
        <translation>Modell %1 entfernt hier keine Token, es gibt also keine Anzahl, an die sich eine Untergrenze halten könnte; öffnen Sie ein Modell, das Token entfernt.</translation>
    </message>
    <message>
        <source>its groups lie deeper than %1 in one another</source>
        <translation>ihre Gruppen liegen tiefer als %1 ineinander</translation>
    </message>
    <message>
        <source>group %1 is stored in a newer form than Keras writes</source>
        <translation>die Gruppe %1 ist in einer neueren Form gespeichert, als Keras sie schreibt</translation>
    </message>
    <message>
        <source>it holds more than %1 groups and data sets</source>
        <translation>sie enthält mehr als %1 Gruppen und Datensätze</translation>
    </message>
    <message>
        <source>%1 is not read: %2; take the file that Keras&apos; save_weights() wrote.</source>
        <translation>%1 wird nicht gelesen: %2; nehmen Sie die Datei, die save_weights() von Keras geschrieben hat.</translation>
    </message>
    <message>
        <source>%1 is no name</source>
        <translation>%1 ist kein Name</translation>
    </message>
    <message>
        <source>%1 is a link to another place or file</source>
        <translation>%1 verweist an eine andere Stelle oder in eine andere Datei</translation>
    </message>
    <message>
        <source>%1 is stored in a newer form than Keras writes</source>
        <translation>%1 ist in einer neueren Form gespeichert, als Keras sie schreibt</translation>
    </message>
    <message>
        <source>%1 is another name of something else in it</source>
        <translation>%1 ist ein zweiter Name für etwas anderes darin</translation>
    </message>
    <message>
        <source>%1 is neither a group nor a data set</source>
        <translation>%1 ist weder eine Gruppe noch ein Datensatz</translation>
    </message>
    <message>
        <source>the numbers of %1 lie in other files</source>
        <translation>die Zahlen von %1 liegen in anderen Dateien</translation>
    </message>
    <message>
        <source>%1 holds something else than float32, float64 or float16 numbers</source>
        <translation>%1 enthält etwas anderes als Zahlen in float32, float64 oder float16</translation>
    </message>
    <message>
        <source>%1 is no array of numbers, or has more than %2 dimensions</source>
        <translation>%1 ist kein Feld von Zahlen oder hat mehr als %2 Dimensionen</translation>
    </message>
    <message>
        <source>%1 claims to be larger than the file</source>
        <translation>%1 gibt sich für größer aus als die Datei</translation>
    </message>
    <message>
        <source>the numbers of %1 do not lie in it</source>
        <translation>die Zahlen von %1 liegen nicht darin</translation>
    </message>
    <message>
        <source>%1 is stored in a form that Keras does not write</source>
        <translation>%1 ist in einer Form gespeichert, die Keras nicht schreibt</translation>
    </message>
    <message>
        <source>%1 is compressed by a filter other than gzip</source>
        <translation>%1 ist mit einem anderen Filter als gzip komprimiert</translation>
    </message>
    <message>
        <source>%1 has %2 bytes; AdapLens reads .h5 files of at most %3.</source>
        <translation>%1 hat %2 Bytes; AdapLens liest .h5-Dateien von höchstens %3.</translation>
    </message>
    <message>
        <source>%1 is not an HDF5 file; expected the .h5 file that Keras&apos; save_weights() wrote.</source>
        <translation>%1 ist keine HDF5-Datei; erwartet wird die .h5-Datei, die save_weights() von Keras geschrieben hat.</translation>
    </message>
    <message>
        <source>%1 is an HDF5 file of another form (superblock of version %2) than Keras writes (version 0); take the file that save_weights() wrote.</source>
        <translation>%1 ist eine HDF5-Datei in einer anderen Form (Superblock der Version %2), als Keras sie schreibt (Version 0); nehmen Sie die Datei, die save_weights() geschrieben hat.</translation>
    </message>
    <message>
        <source>%1 describes a model of type %2; the published code of AdapLeR trains BERT alone.</source>
        <translation>%1 beschreibt ein Modell der Art %2; der veröffentlichte Code von AdapLeR trainiert nur BERT.</translation>
    </message>
    <message>
        <source>Importing %1</source>
        <translation>Der Import von %1</translation>
    </message>
    <message>
        <source>%1 holds no BERT as AdapLeR&apos;s published code saves one; take the file that its training wrote.</source>
        <translation>%1 enthält kein BERT, wie der veröffentlichte Code von AdapLeR es speichert; nehmen Sie die Datei, die sein Training geschrieben hat.</translation>
    </message>
    <message>
        <source>%1 holds a BERT without contribution predictors: a fine-tuned model from before AdapLeR&apos;s training; take the file that this training wrote, whose name ends in _lr.h5.</source>
        <translation>%1 enthält ein BERT ohne Contribution Predictors: ein feinabgestimmtes Modell von vor dem AdapLeR-Training; nehmen Sie die Datei, die dieses Training geschrieben hat und deren Name auf _lr.h5 endet.</translation>
    </message>
    <message>
        <source>%1 is not an AdapLeR model of the BERT that %2 describes: %3. Take the file and the config.json of the same model.</source>
        <translation>%1 ist kein AdapLeR-Modell des BERT, das %2 beschreibt: %3. Nehmen Sie die Datei und die config.json desselben Modells.</translation>
    </message>
    <message>
        <source>The folder %1 is or holds %2, which is read; name another one.</source>
        <translation>Der Ordner %1 ist oder enthält %2, woraus gelesen wird; nennen Sie einen anderen.</translation>
    </message>
    <message>
        <source>%1 is damaged or cut short (HDF5 says %2); copy it again, or save it again.</source>
        <translation>%1 ist beschädigt oder abgeschnitten (HDF5 meldet %2); kopieren oder speichern Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>%1 is not a file; name the .h5 file itself, no folder and no pipe.</source>
        <translation>%1 ist keine Datei; nennen Sie die .h5-Datei selbst, keinen Ordner und keine Pipe.</translation>
    </message>
    <message>
        <source>%1 is a part of an HDF5 file that is spread over several; take the file that save_weights() wrote.</source>
        <translation>%1 ist Teil einer HDF5-Datei, die auf mehrere verteilt ist; nehmen Sie die Datei, die save_weights() geschrieben hat.</translation>
    </message>
    <message>
        <source>%1 is cut short: it has %2 bytes of %3; copy it again.</source>
        <translation>%1 ist abgeschnitten: Sie hat %2 von %3 Bytes; kopieren Sie die Datei noch einmal.</translation>
    </message>
    <message>
        <source>a model is a folder with config.json, tokenizer.json, vocab.txt or vocab.json and merges.txt, and model.safetensors</source>
        <translation>ein Modell ist ein Ordner mit config.json, tokenizer.json, vocab.txt oder vocab.json und merges.txt, und model.safetensors</translation>
    </message>
    <message>
        <source>%1 holds no vocabulary; name the folder of the model&apos;s tokeniser, with tokenizer.json, vocab.txt, or vocab.json and merges.txt.</source>
        <translation>%1 enthält kein Vokabular; nennen Sie den Ordner mit dem Tokenizer des Modells, mit tokenizer.json, vocab.txt oder vocab.json und merges.txt.</translation>
    </message>
    <message>
        <source>%1 is missing; %2. If its tokeniser lies elsewhere, copy its files here, or name its folder with --tokenizer on the command line.</source>
        <translation>%1 fehlt; %2. Liegt der Tokenizer anderswo, kopieren Sie seine Dateien hierher oder nennen Sie seinen Ordner auf der Kommandozeile mit --tokenizer.</translation>
    </message>
    <message>
        <source>%1 was found, an object { ... } with the text of a token was expected</source>
        <translation>%1 gefunden, ein Objekt { ... } mit dem Text eines Tokens erwartet</translation>
    </message>
    <message>
        <source>%1 was found, true or false was expected</source>
        <translation>%1 gefunden, true oder false erwartet</translation>
    </message>
    <message>
        <source>an object { ... } of numbers and tokens was expected</source>
        <translation>ein Objekt { ... } aus Nummern und Tokens wurde erwartet</translation>
    </message>
    <message>
        <source>%1 was found, a whole number below %2 was expected</source>
        <translation>%1 gefunden, eine ganze Zahl unter %2 erwartet</translation>
    </message>
    <message>
        <source>a list [ ... ] of pairs was expected</source>
        <translation>eine Liste [ ... ] von Paaren wurde erwartet</translation>
    </message>
    <message>
        <source>%1 was found, two pieces were expected</source>
        <translation>%1 gefunden, zwei Stücke erwartet</translation>
    </message>
    <message>
        <source>a list [ ... ] was expected</source>
        <translation>eine Liste [ ... ] wurde erwartet</translation>
    </message>
    <message>
        <source>The vocabulary %1 has no piece for the byte %2 (&quot;%3&quot;), so not every text can be cut; check that it is that of a byte-level tokeniser.</source>
        <translation>Das Vokabular %1 hat kein Stück für das Byte %2 („%3“), sodass sich nicht jeder Text zerlegen lässt; prüfen Sie, ob es das eines Byte-Tokenizers ist.</translation>
    </message>
    <message>
        <source>The merge of %1 and %2 names a piece that the vocabulary %3 lacks; take both from the same model.</source>
        <translation>Die Verschmelzung von %1 und %2 nennt ein Stück, das dem Vokabular %3 fehlt; nehmen Sie beide vom selben Modell.</translation>
    </message>
    <message>
        <source>The vocabulary %1 lacks %2, which every RoBERTa vocabulary has; check that it is the model&apos;s.</source>
        <translation>Dem Vokabular %1 fehlt %2, was jedes RoBERTa-Vokabular hat; prüfen Sie, ob es das des Modells ist.</translation>
    </message>
    <message>
        <source>%1: the added token &quot;%2&quot; has the number %3, but the vocabulary has it as %4.</source>
        <translation>%1: Das zusätzliche Token „%2“ hat die Nummer %3, im Vokabular aber %4.</translation>
    </message>
    <message>
        <source>%1: the added token &quot;%2&quot; has the number %3, which is that of &quot;%4&quot;.</source>
        <translation>%1: Das zusätzliche Token „%2“ hat die Nummer %3, und die ist die von „%4“.</translation>
    </message>
    <message>
        <source>%1 is missing; a vocabulary of byte pairs is vocab.json and merges.txt, or tokenizer.json.</source>
        <translation>%1 fehlt; ein Vokabular aus Bytepaaren besteht aus vocab.json und merges.txt oder aus tokenizer.json.</translation>
    </message>
    <message>
        <source>%1, line %2: two pieces with one space between them were expected; check that it is the model&apos;s merges.txt.</source>
        <translation>%1, Zeile %2: Zwei Stücke mit einem Leerzeichen dazwischen wurden erwartet; prüfen Sie, ob es die merges.txt des Modells ist.</translation>
    </message>
    <message>
        <source>%1 stands behind %2, which must be the last one</source>
        <translation>%1 steht hinter %2, das als Letztes stehen muss</translation>
    </message>
    <message>
        <source>it has no %1, without which there are no bytes to pair</source>
        <translation>es fehlt %1, ohne das es keine Bytes zum Paaren gibt</translation>
    </message>
    <message>
        <source>%1 factors were given, one for each layer, but the model has %2 thresholds.</source>
        <translation>%1 Faktoren, einer je Schicht, wurden angegeben, aber das Modell hat %2 Schwellenwerte.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a reason and how often it was found</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>documents without a rationale</source>
        <translation>Dokumente ohne Begründung</translation>
    </message>
    <message>
        <source>labels that are none of the model&apos;s (only their prediction is left out)</source>
        <translation>Labels, die das Modell nicht hat (nur deren Vorhersage fehlt)</translation>
    </message>
    <message>
        <source>annotations without a document</source>
        <translation>Annotationen ohne Dokument</translation>
    </message>
    <message>
        <source>evidence spans without words</source>
        <translation>Belegstellen ohne Wörter</translation>
    </message>
    <message>
        <source>posts without a majority label</source>
        <translation>Beiträge ohne Mehrheitslabel</translation>
    </message>
    <message>
        <source>posts without words</source>
        <translation>Beiträge ohne Wörter</translation>
    </message>
    <message>
        <source>posts with marks for another number of words</source>
        <translation>Beiträge mit Markierungen für eine andere Anzahl Wörter</translation>
    </message>
    <message>
        <source>rows without a label</source>
        <translation>Zeilen ohne Label</translation>
    </message>
    <message>
        <source>rationales that are no spans</source>
        <translation>Begründungen, die keine Textstellen sind</translation>
    </message>
    <message>
        <source>tensor %1 has type %2, which is not known; weights of F32, F16, BF16 or F64 are read</source>
        <translation>der Tensor %1 hat den Typ %2, der nicht bekannt ist; gelesen werden Gewichte in F32, F16, BF16 oder F64</translation>
    </message>
    <message>
        <source>The threads of this OpenBLAS fight LibTorch&apos;s and slow both: replace the package libopenblas0-pthread by libopenblas0-openmp.</source>
        <translation>Die Threads dieses OpenBLAS stören die von LibTorch und bremsen beide: Ersetzen Sie das Paket libopenblas0-pthread durch libopenblas0-openmp.</translation>
    </message>
    <message>
        <source>This OpenBLAS uses one thread only: replace the package libopenblas0-serial by libopenblas0-openmp.</source>
        <translation>Dieses OpenBLAS rechnet nur mit einem Thread: Ersetzen Sie das Paket libopenblas0-serial durch libopenblas0-openmp.</translation>
    </message>
    <message>
        <source>Matrix products run on a slow BLAS, up to 25 times slower than they could: install the package libopenblas0-openmp.</source>
        <translation>Matrixprodukte laufen auf einem langsamen BLAS, bis zu 25-mal langsamer als möglich: Installieren Sie das Paket libopenblas0-openmp.</translation>
    </message>
    <message>
        <source>%1 holds an adapter, which says only how another model was changed; merge both into one folder first (in PEFT: merge_and_unload() and save_pretrained()).</source>
        <translation>%1 enthält einen Adapter, der nur sagt, wie ein anderes Modell geändert wurde; führen Sie beide zuerst in einem Ordner zusammen (in PEFT: merge_and_unload() und save_pretrained()).</translation>
    </message>
    <message>
        <source>%1 has weights of TensorFlow; make a model.safetensors of them with transformers 4: %2.</source>
        <translation>%1 enthält Gewichte von TensorFlow; machen Sie daraus mit transformers 4 ein model.safetensors: %2.</translation>
    </message>
    <message>
        <source>%1: %2 has the number %3; a whole number below %4 was expected.</source>
        <translation>%1: %2 hat die Nummer %3; erwartet wurde eine ganze Zahl unter %4.</translation>
    </message>
    <message>
        <source>%1 has a tokeniser of the class %2, which cuts text in a way that AdapLens does not know; models open that have one of the classes %3 and %4, or a tokenizer.json.</source>
        <translation>%1 hat einen Tokenizer der Klasse %2, der Text auf eine Art zerlegt, die AdapLens nicht kennt; es öffnet Modelle mit einer der Klassen %3 und %4 oder mit einer tokenizer.json.</translation>
    </message>
    <message>
        <source>%1: “%2”: %3 was found, %4 was expected.</source>
        <translation>%1: „%2“: Gefunden wurde %3, erwartet wurde %4.</translation>
    </message>
    <message>
        <source>text files</source>
        <translation>Textdateien</translation>
    </message>
    <message>
        <source>as it looks</source>
        <translation>wie es aussieht</translation>
    </message>
    <message>
        <source>null was found, &quot;%1&quot; was expected</source>
        <translation>null wurde gefunden, „%1“ wurde erwartet</translation>
    </message>
    <message>
        <source>Part %1 of %2 of a long text</source>
        <translation>Teil %1 von %2 eines langen Textes</translation>
    </message>
    <message>
        <source>The model has not read the end of the text; words left out: %1.</source>
        <translation>Das Ende des Textes hat das Modell nicht gelesen; ausgelassene Wörter: %1.</translation>
    </message>
    <message>
        <source>Dropping tokens changes the answer.</source>
        <translation>Das Entfernen von Token ändert die Antwort.</translation>
    </message>
    <message>
        <source>Somebody decided about some of the tokens, not the model; their cells are marked.</source>
        <translation>Über einige Token hat jemand entschieden und nicht das Modell; ihre Zellen sind markiert.</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Before layer 1: all %1 tokens</source>
        <translation>Vor Schicht 1: alle %1 Token</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>attention from %1</source>
        <translation>Aufmerksamkeit von %1</translation>
    </message>
    <message>
        <source>saliency</source>
        <translation>Saliency</translation>
    </message>
    <message>
        <source>piece</source>
        <translation>Wortstück</translation>
    </message>
    <message>
        <source>word</source>
        <translation>Wort</translation>
    </message>
    <message>
        <source>What each layer makes of each %1: %2 in multiples of an equal share, and what is dropped</source>
        <translation>Was jede Schicht aus jedem %1 macht: %2 in Vielfachen des gleichen Anteils, und was entfernt wird</translation>
    </message>
    <message>
        <source>What each layer makes of each %1: %2 in multiples of an equal share; this model drops nothing</source>
        <translation>Was jede Schicht aus jedem %1 macht: %2 in Vielfachen des gleichen Anteils; dieses Modell entfernt nichts</translation>
    </message>
    <message>
        <source>After layer %1: %2 of %3 tokens are left</source>
        <translation>Nach Schicht %1: noch %2 von %3 Token</translation>
    </message>
    <message>
        <source>this layer decides nothing</source>
        <translation>diese Schicht entscheidet nichts</translation>
    </message>
    <message>
        <source>%1 %2, %3 the equal share</source>
        <translation>%1 %2, %3 des gleichen Anteils</translation>
    </message>
    <message>
        <source>%1 %2, %3 the equal share, dropped here</source>
        <translation>%1 %2, %3 des gleichen Anteils, hier entfernt</translation>
    </message>
    <message>
        <source>%1 %2, %3 the equal share, some of its %4 pieces stay</source>
        <translation>%1 %2, %3 des gleichen Anteils, einige der %4 Wortstücke bleiben</translation>
    </message>
    <message>
        <source>%1 %2, %3 the equal share, stays</source>
        <translation>%1 %2, %3 des gleichen Anteils, bleibt</translation>
    </message>
    <message>
        <source>gone since layer %1</source>
        <translation>fort seit Schicht %1</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>reaches the prediction</source>
        <translation>erreicht die Vorhersage</translation>
    </message>
    <message>
        <source>does not reach it</source>
        <translation>erreicht sie nicht</translation>
    </message>
    <message>
        <source>Point at a cell, or move between cells with the arrow keys.</source>
        <translation>Zeigen Sie auf eine Zelle, oder gehen Sie mit den Pfeiltasten von Zelle zu Zelle.</translation>
    </message>
    <message>
        <source>Token map</source>
        <translation>Token-Karte</translation>
    </message>
    <message>
        <source>times an equal share, 1/n; the middle is 1</source>
        <translation>mal der gleiche Anteil, 1/n; die Mitte ist 1</translation>
    </message>
    <message>
        <source>dropped in this layer</source>
        <translation>in dieser Schicht entfernt</translation>
    </message>
    <message>
        <source>gone: dropped in an earlier layer</source>
        <translation>fort: in einer früheren Schicht entfernt</translation>
    </message>
    <message>
        <source>With tokens dropped</source>
        <translation>Mit entfernten Token</translation>
    </message>
    <message>
        <source>Answer; nothing is dropped</source>
        <translation>Antwort; nichts wird entfernt</translation>
    </message>
    <message>
        <source>The plain model trained beside it</source>
        <translation>Das einfache Modell, das dazu trainiert wurde</translation>
    </message>
    <message>
        <source>The same weights, nothing dropped</source>
        <translation>Dieselben Gewichte, nichts entfernt</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>Tokens that reach the prediction</source>
        <translation>Token, die die Vorhersage erreichen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Rechenschritte</translation>
    </message>
    <message>
        <source>%1 instead of %2: %3 fewer</source>
        <translation>%1 statt %2: %3 weniger</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>median of %1 runs, threads: %2, %3</source>
        <translation>Median aus %1 Läufen, Threads: %2, %3</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1 ms instead of %2 ms: %3 as fast (%4)</source>
        <translation>%1 ms statt %2 ms: %3 so schnell (%4)</translation>
    </message>
    <message>
        <source>%1 ms (%2)</source>
        <translation>%1 ms (%2)</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Kosten</translation>
    </message>
    <message>
        <source>What %1 drops from a text</source>
        <translation>Was %1 aus einem Text entfernt</translation>
    </message>
    <message>
        <source>How a model weighs a text</source>
        <translation>Wie ein Modell einen Text gewichtet</translation>
    </message>
    <message>
        <source>%1 texts</source>
        <translation>%1 Texte</translation>
    </message>
    <message>
        <source>Light or dark</source>
        <translation>Hell oder dunkel</translation>
    </message>
    <message>
        <source>Made with AdapLens. This page asks nothing of any network.</source>
        <translation>Mit AdapLens gemacht. Diese Seite fragt in keinem Netz nach etwas.</translation>
    </message>
</context>
</TS>
