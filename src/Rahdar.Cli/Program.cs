using Rahdar.Cli;

return Commands.OfConsole().Run(args);
