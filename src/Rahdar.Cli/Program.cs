using Rahdar.Cli;

return Commands.Run(args);
