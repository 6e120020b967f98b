let list: Promise<Set<string>> | undefined;

/**
 * Whether a password is among the 49,000 that people choose most (as leaks have shown), in lower case. The list is
 * unpacked when the first password is chosen: most processes never need it.
 */
export async function isCommonPassword(lowerCase: string): Promise<boolean> {
  list ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => new Set(dictionary['passwords-common']));
  return (await list).has(lowerCase);
}
