# Answers, as JSON, what RT's database holds of the tickets whose subject begins with the argument.
use strict;
use warnings;
use DBI;
use JSON;

my ($subject) = @ARGV;
my $dbh = DBI->connect( $ENV{RT_DESK_DSN}, $ENV{RT_DESK_USER}, $ENV{RT_DESK_PASSWORD}, { RaiseError => 1 } );
my $rows = $dbh->selectall_arrayref( <<'SQL', { Slice => {} }, $subject );
    SELECT t.id, t.status, u.name AS owner,
           (SELECT count(*) FROM transactions c
             WHERE c.objecttype = 'RT::Ticket' AND c.objectid = t.id
               AND c.type = 'Status' AND c.newvalue = 'resolved') AS resolutions
      FROM tickets t JOIN users u ON u.id = t.owner
     WHERE starts_with(t.subject, ?)
SQL
print encode_json($rows);
