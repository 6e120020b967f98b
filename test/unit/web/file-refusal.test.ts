import { expect, it } from 'vitest';
import { refusalOf } from '../../../web/conversation/file-refusal.ts';

const limits = { maximumBytes: 10_000_000, maximumFiles: 3, endings: ['png', 'pdf', 'docx', 'txt', 'csv'] };

it.each([
  ['a picture', { name: 'Layar.PNG', size: 1_000, type: 'image/png' }, 0, null],
  ['the largest that there may be', { name: 'a.pdf', size: 10_000_000, type: 'application/pdf' }, 2, null],
  ['one byte more', { name: 'a.pdf', size: 10_000_001, type: 'application/pdf' }, 0, 'tooLarge'],
  ['one more than may go along', { name: 'a.pdf', size: 1, type: 'application/pdf' }, 3, 'tooMany'],
  ['nothing', { name: 'a.txt', size: 0, type: 'text/plain' }, 0, 'empty'],
  ['a film', { name: 'layar.mp4', size: 1, type: 'video/mp4' }, 0, 'kind'],
  ['a program', { name: 'setup.exe', size: 1, type: 'application/x-msdownload' }, 0, 'kind'],
  ['what may be text', { name: 'catatan.xml', size: 1, type: 'application/xml' }, 0, null],
  ['what the browser does not know', { name: 'catatan', size: 1, type: '' }, 0, null],
  ['bytes of any kind', { name: 'catatan.dat', size: 1, type: 'application/octet-stream' }, 0, null],
])('%s', (_what, file, before, refusal) => {
  expect(refusalOf(file, before, limits)).toBe(refusal);
});
