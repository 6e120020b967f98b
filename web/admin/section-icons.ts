import {
  IconBuilding,
  IconBuildingCommunity,
  IconDatabase,
  IconFileSpreadsheet,
  IconHistory,
  IconMail,
  IconServer,
  IconUsers,
  IconWebhook,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Section } from './sections.ts';

export const sectionIcons: Record<Section, TablerIcon> = {
  desks: IconBuildingCommunity,
  offices: IconBuilding,
  servers: IconServer,
  systems: IconDatabase,
  people: IconUsers,
  imports: IconFileSpreadsheet,
  mail: IconMail,
  webhooks: IconWebhook,
  audit: IconHistory,
};
