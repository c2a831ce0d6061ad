using Rahdar.Cli;

return await Commands.Root().Parse(args).InvokeAsync();
