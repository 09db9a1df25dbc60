module github.com/corner/bookshop-go/v2

go 1.24
