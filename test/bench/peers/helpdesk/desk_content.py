"""Makes the desk's database: the schema, one queue, and agents who are staff."""

import os

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from helpdesk.models import Queue  # noqa: E402

call_command("migrate", interactive=False, verbosity=0)
Queue.objects.create(title="Complaints", slug="complaints")
for number in range(1, 9):
    get_user_model().objects.create_user(
        f"agent{number}", f"agent{number}@agents.invalid", os.environ["HELPDESK_DESK_AGENT_PASSWORD"], is_staff=True
    )
