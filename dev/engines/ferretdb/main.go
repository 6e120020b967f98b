// Command ferretdb serves the MongoDB wire protocol on loopback and keeps the data in PostgreSQL.
//
// FerretDB's own main package does not build from the module proxy (it panics without generated version files);
// its embeddable package does.
package main

import (
	"context"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"syscall"

	"github.com/FerretDB/FerretDB/ferretdb"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "ferretdb:", err)
		os.Exit(1)
	}
}

func run() error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()

	db, err := ferretdb.New(&ferretdb.Config{
		Listener:      ferretdb.ListenerConfig{TCP: os.Getenv("FERRETDB_LISTEN")},
		Logger:        slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: slog.LevelError})),
		Handler:       "postgresql",
		PostgreSQLURL: os.Getenv("FERRETDB_POSTGRESQL_URL"),
	})
	if err != nil {
		return err
	}

	go keepFieldIndexes(ctx, os.Getenv("FERRETDB_POSTGRESQL_URL"))

	return db.Run(ctx)
}
