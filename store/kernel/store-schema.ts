import { Schema, type SchemaDefinition } from 'mongoose';

/**
 * A schema as every collection here has it: indexes are made by connectStore alone, nothing waits in a buffer for a
 * connection, and a filter by an unknown field throws instead of matching everything.
 */
export function storeSchema<Document>(definition: SchemaDefinition<Document>): Schema<Document> {
  return new Schema<Document>(definition, {
    autoCreate: false,
    autoIndex: false,
    bufferCommands: false,
    minimize: false,
    strictQuery: 'throw',
    versionKey: false,
  });
}

/** A document inside another one. */
export function partSchema<Part>(definition: SchemaDefinition<Part>): Schema<Part> {
  return new Schema<Part>(definition, { _id: false, minimize: false });
}
