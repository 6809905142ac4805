module github.com/stegos/stegos/sdks/go

go 1.18

require github.com/gorilla/websocket v1.5.0
