import { createTheme, type MantineColorsTuple } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { createElement } from 'react';

/** From a mist to a deep sea; shade 8 carries white text in both schemes (7.6 : 1). */
const sea: MantineColorsTuple = [
  '#edf8f8',
  '#dceeef',
  '#b5dddf',
  '#8bcbce',
  '#68bbc0',
  '#52b1b7',
  '#45acb3',
  '#34969c',
  '#0b5c63',
  '#06484e',
];

export const theme = createTheme({
  colors: { sea },
  primaryColor: 'sea',
  // The defaults fall short of 4.5 : 1 for text on coloured grounds.
  primaryShade: { light: 8, dark: 8 },
  autoContrast: true,
  luminanceThreshold: 0.25,
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  headings: { fontWeight: '650', sizes: { h1: { fontSize: '1.6rem' }, h2: { fontSize: '1.2rem' } } },
  respectReducedMotion: true,
  components: {
    // The same arrow as on every button that opens something.
    NativeSelect: { defaultProps: { rightSection: createElement(IconChevronDown, { size: 16, 'aria-hidden': true }) } },
  },
});
