namespace ModelNamespace1.Tests;

public class ModelName1ModelTests
{
    [Theory]
    [InlineData(5.0, 3.4, 1.5, 0.2, "setosa")]
    [InlineData(5.9, 2.8, 4.3, 1.3, "versicolor")]
    [InlineData(6.6, 3.0, 5.6, 2.0, "virginica")]
    public void A_typical_flower_of_each_species_is_recognised(double sepalLength, double sepalWidth, double petalLength, double petalWidth, string species)
    {
        ModelName1Input flower = new() { SepalLength = sepalLength, SepalWidth = sepalWidth, PetalLength = petalLength, PetalWidth = petalWidth };

        Assert.Equal(species, ModelName1Model.Predict(flower).Species);
    }

    [Fact]
    public void Many_flowers_at_once_get_the_predictions_of_each_alone()
    {
        ModelName1Input[] flowers =
        [
            new() { SepalLength = 5.1, SepalWidth = 3.5, PetalLength = 1.4, PetalWidth = 0.2 },
            new() { SepalLength = 6.3, SepalWidth = 3.3, PetalLength = 6.0, PetalWidth = 2.5 },
        ];
        ModelName1Prediction[] predictions = new ModelName1Prediction[flowers.Length];

        ModelName1Model.Predict(flowers, predictions);

        Assert.Equal([ModelName1Model.Predict(flowers[0]), ModelName1Model.Predict(flowers[1])], predictions);
    }
}
