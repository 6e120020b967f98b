# A small desk for Request Tracker, in the form of its own initial data (rt-setup-database --action insert): agents with
# the rights that their work needs, on one queue, and offices that complain.
use strict;
use warnings;

our ( @Users, @Groups, @Queues, @ACL, @Final );

my $password = $ENV{RT_DESK_PASSWORD} or die 'RT_DESK_PASSWORD is not set';
my @agents   = map {"agent$_"} 1 .. 8;

push @Users, map { { Name => $_, Password => $password, Privileged => 1 } } @agents;
push @Users, map { { Name => "office$_", EmailAddress => "office$_\@offices.invalid" } } 1 .. 24;
push @Groups, { Name => 'Agents', Members => { Users => \@agents } };
push @Queues, { Name => 'Complaints' };
push @ACL,
    map { { Queue => 'Complaints', Right => $_, GroupDomain => 'UserDefined', GroupId => 'Agents' } }
    qw(SeeQueue ShowTicket CreateTicket OwnTicket TakeTicket ModifyTicket ReplyToTicket CommentOnTicket);

# Where no mail is wanted, the scrips that only prepare mail do not run either. All others do.
push @Final, sub {
    return unless $ENV{RT_DESK_MAIL} eq 'off';
    my $scrips = RT::Scrips->new( RT->SystemUser );
    $scrips->UnLimit;
    while ( my $scrip = $scrips->Next ) {
        next unless $scrip->ActionObj->ExecModule =~ /^(?:Autoreply|Notify|SendEmail)/;
        my ( $done, $message ) = $scrip->SetDisabled(1);
        die $message unless $done;
    }
};

# RT tells a token once; whoever signs in by token reads it from here.
push @Final, sub {
    open my $file, '>', $ENV{RT_DESK_TOKENS} or die $!;
    for my $name (@agents) {
        my $user = RT::User->new( RT->SystemUser );
        $user->Load($name);
        my $token = RT::AuthToken->new( RT->SystemUser );
        my ( $id, $message, $secret ) = $token->Create( Owner => $user->Id, Description => 'bench' );
        die $message unless $id;
        print {$file} "$secret\n";
    }
    close $file or die $!;
};

1;
