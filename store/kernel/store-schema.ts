import { Schema, type SchemaDefinition } from 'mongoose';

/**
 * What a find answers comes in one piece. The fallback store keeps a connection to its database for each answer that is
 * still to be fetched further, and has forty: in a burst all of them wait for a client that itself waits in line, for good.
 */
const answeredAtOnce = 100_000;

/**
 * A schema as every collection here has it: indexes are made by connectStore alone, nothing waits in a buffer for a
 * connection, and a filter by an unknown field throws instead of matching everything.
 */
export function storeSchema<Document>(definition: SchemaDefinition<Document>): Schema<Document> {
  const schema = new Schema<Document>(definition, {
    autoCreate: false,
    autoIndex: false,
    bufferCommands: false,
    minimize: false,
    strictQuery: 'throw',
    versionKey: false,
  });
  schema.pre('find', function () {
    this.batchSize(answeredAtOnce);
  });
  return schema;
}

/** A document inside another one. */
export function partSchema<Part>(definition: SchemaDefinition<Part>): Schema<Part> {
  return new Schema<Part>(definition, { _id: false, minimize: false });
}
