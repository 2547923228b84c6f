using System.Globalization;
using Income;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

IncomeInput person = new()
{
    Age = 38,
    Workclass = "Private",
    Education = "Bachelors",
    EducationNum = 13,
    MaritalStatus = "Married-civ-spouse",
    Occupation = "Exec-managerial",
    CapitalGain = 0,
    CapitalLoss = 0,
    HoursPerWeek = 45,
    NativeCountry = null,
};

foreach ((string education, long level) in new[] { ("HS-grad", 9L), ("Bachelors", 13L), ("Masters", 14L) })
{
    IncomePrediction prediction = IncomeModel.Predict(person with { Education = education, EducationNum = level });
    Console.WriteLine($"{education,-9}  {prediction.Income,-5}  {prediction.Probability:0.00}");
}
