package main

import (
	"context"
	"fmt"
	"hash/fnv"
	"log/slog"
	"regexp"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

const (
	lookEvery   = 3 * time.Second
	maxLockWait = "1s"
)

// FerretDB asks PostgreSQL for `_jsonb->'field' @> value`, and its own b-tree indexes do not serve that operator.
const wantedIndexes = `
	SELECT DISTINCT n.nspname, t.relname, pg_get_expr(x.indexprs, x.indrelid)
	FROM pg_index x
	JOIN pg_class t ON t.oid = x.indrelid
	JOIN pg_class i ON i.oid = x.indexrelid
	JOIN pg_am a ON a.oid = i.relam AND a.amname = 'btree'
	JOIN pg_namespace n ON n.oid = t.relnamespace
	WHERE x.indexprs IS NOT NULL
		AND n.nspname NOT LIKE 'pg\_%'
		AND t.relname NOT LIKE '\_ferretdb%'`

const ourIndexes = `
	SELECT n.nspname, i.relname
	FROM pg_class i
	JOIN pg_namespace n ON n.oid = i.relnamespace
	WHERE i.relkind = 'i' AND i.relname LIKE 'field\_%'`

// An index's first field, when it is a field of the document itself: `(_jsonb -> 'caseId'::text), …`.
var firstField = regexp.MustCompile(`^\(_jsonb -> '((?:[^']|'')+)'::text\)`)

// keepFieldIndexes adds a GIN index on the first field of every index that FerretDB has made, as long as it runs. They
// make nothing right that was wrong: without them a lookup by that field reads the whole table.
func keepFieldIndexes(ctx context.Context, postgresURL string) {
	for ; ctx.Err() == nil; pause(ctx, lookEvery) {
		if err := addFieldIndexes(ctx, postgresURL); err != nil && ctx.Err() == nil {
			slog.Debug("field indexes", "error", err)
		}
	}
}

func addFieldIndexes(ctx context.Context, postgresURL string) error {
	config, err := pgx.ParseConfig(strings.SplitN(postgresURL, "?", 2)[0])
	if err != nil {
		return err
	}
	config.RuntimeParams["lock_timeout"] = maxLockWait
	conn, err := pgx.ConnectConfig(ctx, config)
	if err != nil {
		return err
	}
	defer conn.Close(context.WithoutCancel(ctx))

	for ctx.Err() == nil {
		statements, err := statementsFor(ctx, conn)
		if err != nil {
			return err
		}
		for _, statement := range statements {
			if _, err = conn.Exec(ctx, statement); err != nil {
				slog.Debug("field index", "error", err) // Locked, or dropped meanwhile: the next look tries again.
			}
		}
		pause(ctx, lookEvery)
	}
	return nil
}

// statementsFor tells what must be run to make the indexes that are not there yet.
func statementsFor(ctx context.Context, conn *pgx.Conn) ([]string, error) {
	made := map[[2]string]bool{}
	var schema, name string
	rows, err := conn.Query(ctx, ourIndexes)
	if err != nil {
		return nil, err
	}
	if _, err = pgx.ForEachRow(rows, []any{&schema, &name}, func() error {
		made[[2]string{schema, name}] = true
		return nil
	}); err != nil {
		return nil, err
	}

	var statements []string
	var table, expressions string
	if rows, err = conn.Query(ctx, wantedIndexes); err != nil {
		return nil, err
	}
	_, err = pgx.ForEachRow(rows, []any{&schema, &table, &expressions}, func() error {
		field := firstField.FindStringSubmatch(expressions)
		if field != nil && !made[[2]string{schema, indexName(table, field[1])}] {
			statements = append(statements, createIndex(schema, table, field[1]))
		}
		return nil
	})
	return statements, err
}

// createIndex: the field comes out of the catalog with its quotes doubled already.
func createIndex(schema, table, field string) string {
	return fmt.Sprintf(
		`CREATE INDEX IF NOT EXISTS %s ON %s USING gin ((_jsonb->'%s') jsonb_path_ops) WITH (fastupdate = off)`,
		pgx.Identifier{indexName(table, field)}.Sanitize(), pgx.Identifier{schema, table}.Sanitize(), field,
	)
}

func indexName(table, field string) string {
	hash := fnv.New64a()
	_, _ = hash.Write([]byte(table + "\x00" + field))
	return fmt.Sprintf("field_%x", hash.Sum64())
}

func pause(ctx context.Context, duration time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(duration):
	}
}
