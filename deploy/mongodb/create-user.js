// Runs once, on an empty data folder, inside the mongo image: the service gets its own database and no more.
db.getSiblingDB('giliran').createUser({
  user: 'giliran',
  pwd: process.env.SERVICE_PASSWORD,
  roles: [{ role: 'readWrite', db: 'giliran' }],
});
