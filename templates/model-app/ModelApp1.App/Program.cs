using ModelNamespace1;

ModelName1Input[] flowers =
[
    new() { SepalLength = 5.0, SepalWidth = 3.4, PetalLength = 1.5, PetalWidth = 0.2 },
    new() { SepalLength = 5.9, SepalWidth = 2.8, PetalLength = 4.3, PetalWidth = 1.3 },
    new() { SepalLength = 6.6, SepalWidth = 3.0, PetalLength = 5.6, PetalWidth = 2.0 },
];

Console.WriteLine($"Model {ModelName1Model.Info.Version}");
foreach (ModelName1Input flower in flowers)
{
    ModelName1Prediction prediction = ModelName1Model.Predict(flower);
    Console.WriteLine($"A petal of {flower.PetalLength:0.0} x {flower.PetalWidth:0.0} cm: {prediction.Species}");
}
