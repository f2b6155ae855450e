using Schemawright.Tool.Cli;

return await CommandLine.RunAsync(args);
