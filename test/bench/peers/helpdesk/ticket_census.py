"""Answers, as JSON, what the database holds of the tickets whose title begins with the argument."""

import json
import sys

import django

django.setup()

from django.db.models import Count, Q  # noqa: E402
from helpdesk.models import Ticket  # noqa: E402

resolved = Ticket.RESOLVED_STATUS
tickets = Ticket.objects.filter(title__startswith=sys.argv[1]).annotate(
    resolutions=Count("followup", filter=Q(followup__new_status=resolved))
)
print(
    json.dumps(
        [
            {
                "id": ticket.id,
                "resolved": ticket.status == resolved,
                "owned": ticket.assigned_to_id is not None,
                "resolutions": ticket.resolutions,
            }
            for ticket in tickets
        ]
    )
)
