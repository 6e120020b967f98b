import { fileTypeFromBuffer } from 'file-type';

/** So many bytes from the beginning tell what a file is; office documents name their parts within them. */
export const sampleSize = 64 * 1024;

/** What is accepted, and the endings of a name that fit it; the first is given to a name that has none of them. */
const endings: Record<string, string[]> = {
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/gif': ['gif'],
  'image/webp': ['webp'],
  'image/bmp': ['bmp'],
  'image/tiff': ['tif', 'tiff'],
  'image/heic': ['heic'],
  'image/avif': ['avif'],
  'application/pdf': ['pdf'],
  'application/rtf': ['rtf'],
  // Word, Excel, PowerPoint and Outlook before 2007 share one container.
  'application/x-cfb': ['doc', 'xls', 'ppt', 'msg'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'application/vnd.oasis.opendocument.spreadsheet': ['ods'],
  'application/vnd.oasis.opendocument.presentation': ['odp'],
  // Also what office documents look like whose parts come in an unusual order. Never unpacked here.
  'application/zip': ['zip', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp'],
  'text/plain': ['txt', 'log', 'csv'],
};

const textType = 'text/plain';

/** What the library calls otherwise, or what is text to us: markup is kept as plain text, so that it never runs. */
const aliases: Record<string, string> = { 'application/xml': textType, 'image/jpg': 'image/jpeg' };

// All control characters but backspace, tab, line feed, vertical tab, form feed, carriage return and escape (colours in logs).
// eslint-disable-next-line no-control-regex
const binary = /[\u0000-\u0007\u000e-\u001a\u001c-\u001f\u007f]/;

export function isPlainText(chunk: Uint8Array): boolean {
  return !binary.test(Buffer.from(chunk).toString('latin1'));
}

/** The media type of a file that begins so, by its content alone; null for what is not accepted. */
export async function mediaTypeOf(sample: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(sample).catch(() => undefined);
  const mediaType = found === undefined ? textType : (aliases[found.mime] ?? found.mime);
  if (mediaType === textType) return isPlainText(sample) ? textType : null;
  return Object.hasOwn(endings, mediaType) ? mediaType : null;
}

/** Every ending that a name may have, without a dot. */
export const acceptedEndings = [...new Set(Object.values(endings).flat())];

export function endingsOf(mediaType: string): string[] {
  return endings[mediaType] ?? [];
}
