# SPDX-License-Identifier: GPL-3.0-or-later
"""The engines that peers.py measures: each is made from a Hugging Face folder and runs a batch of lists of pieces."""

import warnings
from pathlib import Path


def padded(batch):
    import torch

    longest = max(map(len, batch))
    ids = torch.tensor([row + [0] * (longest - len(row)) for row in batch])
    mask = torch.tensor([[1] * len(row) + [0] * (longest - len(row)) for row in batch])
    return ids, mask


class Transformers:
    """Hugging Face transformers, as it comes."""

    def __init__(self, folder, threads, _work, compiled=False, bfloat16=False):
        import torch
        from transformers import BertForSequenceClassification

        torch.set_num_threads(threads)
        self.torch, self.bfloat16 = torch, bfloat16
        self.model = BertForSequenceClassification.from_pretrained(folder).eval()
        if compiled:
            self.model = torch.compile(self.model, dynamic=True)

    def run(self, batch):
        ids, mask = padded(batch)
        with self.torch.inference_mode(), self.torch.autocast("cpu", enabled=self.bfloat16):
            return self.model(input_ids=ids, attention_mask=mask).logits


class OnnxRuntime:
    """ONNX Runtime over the exported graph, its own fusions for BERT applied."""

    def __init__(self, folder, threads, work, int8=False):
        import onnxruntime

        work.mkdir(parents=True, exist_ok=True)
        path = self.fused(self.export(folder, work), folder, work)
        if int8:
            import onnx
            from onnxruntime.quantization import QuantType, quantize_dynamic

            quantized = work / "int8.onnx"
            # Fused operators have no shape inference, so the type of what they give is said here.
            quantize_dynamic(path, quantized, weight_type=QuantType.QInt8, per_channel=True,
                             extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT})
            path = quantized
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        self.session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
        self.names = [value.name for value in self.session.get_inputs()]

    @staticmethod
    def export(folder, work):
        import torch
        from transformers import BertForSequenceClassification

        class Logits(torch.nn.Module):
            def __init__(self):
                super().__init__()
                # "eager" attention is the form that the fusions know.
                self.model = BertForSequenceClassification.from_pretrained(folder, attn_implementation="eager").eval()

            def forward(self, input_ids, attention_mask):
                return self.model(input_ids=input_ids, attention_mask=attention_mask).logits

        path = work / "model.onnx"
        ids = torch.ones(2, 8, dtype=torch.long)
        axes = {0: "batch", 1: "pieces"}
        with warnings.catch_warnings(), torch.inference_mode():
            warnings.simplefilter("ignore")
            torch.onnx.export(Logits(), (ids, ids), str(path), input_names=["input_ids", "attention_mask"],
                              output_names=["logits"], opset_version=17, dynamo=False,
                              dynamic_axes={"input_ids": axes, "attention_mask": axes, "logits": {0: "batch"}})
        return path

    @staticmethod
    def fused(path, folder, work):
        from onnxruntime.transformers import optimizer
        from transformers import BertConfig

        config = BertConfig.from_pretrained(folder)
        model = optimizer.optimize_model(str(path), model_type="bert", num_heads=config.num_attention_heads,
                                         hidden_size=config.hidden_size)
        print("ONNX Runtime fusions:", {k: v for k, v in model.get_fused_operator_statistics().items() if v})
        target = work / "fused.onnx"
        model.save_model_to_file(str(target))
        return target

    def run(self, batch):
        ids, mask = padded(batch)
        return self.session.run(None, dict(zip(self.names, (ids.numpy(), mask.numpy()))))


class CTranslate2:
    """CTranslate2's encoder; it has no classifier for BERT, which is a thousandth of the work."""

    def __init__(self, folder, threads, work, compute_type="float32"):
        import ctranslate2
        from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

        BertConfig.position_embedding_type = "absolute"  # its converter asks for what transformers 5 no longer has
        encoder = work / "encoder"
        model = BertForSequenceClassification.from_pretrained(folder)
        model.bert.save_pretrained(encoder)
        vocabulary = str(Path(folder) / "vocab.txt")
        BertTokenizerFast(vocab_file=vocabulary, vocab=vocabulary).save_pretrained(encoder)
        target = work / "ct2"
        ctranslate2.converters.TransformersConverter(str(encoder)).convert(str(target), force=True)
        self.encoder = ctranslate2.Encoder(str(target), device="cpu", compute_type=compute_type, intra_threads=threads)

    def run(self, batch):
        return self.encoder.forward_batch(batch)


class OpenVino:
    """OpenVINO's own import of the model from PyTorch; int8 is NNCF's quantisation of weights and activations."""

    def __init__(self, folder, threads, _work, precision="f32", int8=False):
        import openvino
        import torch
        from transformers import BertForSequenceClassification

        class Logits(torch.nn.Module):
            def __init__(self):
                super().__init__()
                self.model = BertForSequenceClassification.from_pretrained(folder).eval()

            def forward(self, input_ids, attention_mask):
                return self.model(input_ids=input_ids, attention_mask=attention_mask).logits

        ids = torch.ones(2, 8, dtype=torch.long)
        with warnings.catch_warnings(), torch.inference_mode():
            warnings.simplefilter("ignore")
            model = openvino.convert_model(Logits(), example_input={"input_ids": ids, "attention_mask": ids},
                                           input=[("input_ids", [-1, -1]), ("attention_mask", [-1, -1])])
        if int8:
            model = self.quantised(model)
        self.compiled = openvino.compile_model(model, "CPU", {
            "INFERENCE_NUM_THREADS": threads, "NUM_STREAMS": 1, "PERFORMANCE_HINT": "LATENCY",
            "INFERENCE_PRECISION_HINT": precision})

    @staticmethod
    def quantised(model):
        """Ranges of activations come from random pieces: they decide accuracy, not speed, and only speed is measured."""
        import nncf
        import numpy

        draw = numpy.random.default_rng(1)
        batches = [{"input_ids": draw.integers(1000, 20000, (1, n)), "attention_mask": numpy.ones((1, n), dtype="int64")}
                   for n in (8, 16, 32, 64, 128) for _ in range(4)]
        return nncf.quantize(model, nncf.Dataset(batches), model_type=nncf.ModelType.TRANSFORMER,
                             subset_size=len(batches))

    def run(self, batch):
        ids, mask = padded(batch)
        return self.compiled((ids.numpy(), mask.numpy()))[0]


SYSTEMS = {
    "transformers eager": Transformers,
    "transformers compiled": lambda *a: Transformers(*a, compiled=True),
    "transformers bfloat16": lambda *a: Transformers(*a, bfloat16=True),
    "ONNX Runtime float32": OnnxRuntime,
    "ONNX Runtime int8": lambda *a: OnnxRuntime(*a, int8=True),
    "CTranslate2 float32": CTranslate2,
    "CTranslate2 int8": lambda *a: CTranslate2(*a, compute_type="int8"),
    "OpenVINO float32": OpenVino,
    "OpenVINO bfloat16": lambda *a: OpenVino(*a, precision="bf16"),
    "OpenVINO int8": lambda *a: OpenVino(*a, int8=True),
}
