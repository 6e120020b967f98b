import { endingsOf } from './attachment-type.ts';

const longest = 120;

// Control and format characters (also those that turn the direction), half surrogates, private use, line separators.
const invisible = /[\p{C}\p{Zl}\p{Zp}]/gu;
const forbiddenOnDisk = /[<>:"|?*]/g;
/** Names that Windows gives to devices, whatever follows the first dot. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

function cut(stem: string, room: number): string {
  return [...stem].slice(0, room).join('').trimEnd();
}

/**
 * The name under which people may see and save the file: no path, nothing invisible, nothing that a file system takes for
 * something else, and an ending that fits the content, so that text called `x.html` becomes `x.html.txt`.
 */
export function safeFileName(original: string, mediaType: string): string {
  const last = original.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(invisible, '')
    .replace(forbiddenOnDisk, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const named = (plain === '' ? 'lampiran' : plain).replace(deviceName, '_$&');
  const [first = 'bin', ...others] = endingsOf(mediaType);
  const dot = named.lastIndexOf('.');
  const ending = dot > 0 ? named.slice(dot + 1).toLowerCase() : '';
  const fits = [first, ...others].includes(ending);
  const [stem, kept] = fits ? [named.slice(0, dot), named.slice(dot + 1)] : [named, first];
  return `${cut(stem, longest - kept.length - 1)}.${kept}`;
}

/** RFC 6266 with RFC 5987: a plain name for old clients, the whole one for all others. */
export function contentDisposition(fileName: string): string {
  const plain = fileName.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
