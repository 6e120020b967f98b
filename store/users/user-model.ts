import { Schema, type Connection, type Model } from 'mongoose';
import { storeSchema } from '../kernel/store-schema.ts';
import type { Stored } from '../kernel/stored-document.ts';
import type { User } from './user-repository.ts';

export type UserDocument = Stored<User, 'userId'>;

export function userModel(connection: Connection): Model<UserDocument> {
  const schema = storeSchema<UserDocument>({
    _id: String,
    username: String,
    name: String,
    role: String,
    officeId: String,
    deskId: String,
    tier: String,
    rosterPosition: Number,
    passwordHash: String,
    oneTimePassword: Boolean,
    active: Boolean,
    version: Number,
    email: String,
    language: String,
    mailChoices: Schema.Types.Mixed,
  });
  schema.index({ username: 1 }, { unique: true });
  schema.index({ deskId: 1, tier: 1 });
  return connection.model<UserDocument>('User', schema, 'users');
}
