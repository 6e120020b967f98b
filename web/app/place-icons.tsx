import {
  IconAlertTriangle,
  IconChartBar,
  IconInbox,
  IconLayoutDashboard,
  IconList,
  IconSend,
  IconServer,
  IconSettings,
} from '@tabler/icons-react';

export const placeIcons = {
  send: IconSend,
  list: IconList,
  inbox: IconInbox,
  server: IconServer,
  board: IconLayoutDashboard,
  incident: IconAlertTriangle,
  chart: IconChartBar,
  settings: IconSettings,
};

export type PlaceIcon = keyof typeof placeIcons;
