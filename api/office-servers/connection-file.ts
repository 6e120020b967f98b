/** What a remote desktop client opens. Lines end in CRLF, as the clients write them. */
export const connectionFileType = 'application/x-rdp';

/**
 * The .rdp file for a server: where it is, and nothing secret. Users sign in on the server itself; the console session
 * is never taken over, so that nobody at the office is thrown out.
 */
export function connectionFile(server: { address: string }): string {
  const lines = [
    `full address:s:${server.address}`,
    'prompt for credentials:i:1',
    'administrative session:i:0',
    // Warn when the server cannot prove who it is.
    'authentication level:i:2',
    'enablecredsspsupport:i:1',
    'autoreconnection enabled:i:1',
    'screen mode id:i:2',
    'redirectprinters:i:0',
    'redirectdrives:i:0',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

const host = String.raw`(?:[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?|\[[0-9a-fA-F:.]+\])`;
const addressForm = new RegExp(String.raw`^${host}(?::\d{1,5})?$`, 'u');

/** Whether a text can stand as an address in a file of lines: a host with or without a port. */
export function isServerAddress(address: string): boolean {
  return address.length <= 255 && addressForm.test(address);
}
