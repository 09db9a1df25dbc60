module github.com/smithery-ai/smithery-go

go 1.24
