using TreeForms;

// What a program may use as a tree, under the just-in-time compiler, trimmed, and compiled ahead of time.
int wrong = 0;
foreach (Form form in Forms.All)
{
    string? found = form.Check();
    Console.WriteLine($"{(found is null ? "right" : "WRONG")}  {form.Name}{(found is null ? "" : $": {found}")}");
    wrong += found is null ? 0 : 1;
}
return wrong;
