import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Greetings and politeness of both languages: they say nothing about the problem. Longest first, whole words only. */
const courtesies = [
  'assalamualaikum warahmatullahi wabarakatuh',
  'kepada yang terhormat',
  'assalamu alaikum',
  'assalamualaikum',
  'wassalamualaikum',
  'yang terhormat',
  'kepada yth',
  'dengan hormat',
  'selamat pagi',
  'selamat siang',
  'selamat sore',
  'selamat malam',
  'mohon bantuannya',
  'mohon bantuan',
  'mohon dibantu',
  'minta tolong',
  'terima kasih banyak',
  'terima kasih',
  'terimakasih',
  'thank you very much',
  'thank you',
  'many thanks',
  'good morning',
  'good afternoon',
  'good evening',
  'kind regards',
  'best regards',
  'bapak ibu',
  'salam hormat',
  'permisi',
  'mohon maaf',
  'mohon',
  'tolong',
  'makasih',
  'bapak',
  'ibu',
  'yth',
  'pak',
  'bu',
  'mas',
  'mbak',
  'halo',
  'hallo',
  'hai',
  'hello',
  'dear',
  'hi',
  'please',
  'kindly',
  'thanks',
  'sorry',
  'maaf',
  'salam',
];

const courtesyPattern = new RegExp(`(?<= )(?:${courtesies.join('|')})(?= )`, 'gu');

/**
 * What is left of a text when case, width, punctuation, repeated blanks and politeness are taken away. A text of nothing
 * but politeness keeps its words, so that two empty-handed complaints do not become one.
 */
export function normalisedText(text: string): string {
  const plain = ` ${text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Cf}/gu, '')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()} `;
  const bare = plain.replace(courtesyPattern, '').replace(/ +/g, ' ').trim();
  return bare === '' ? plain.trim() : bare;
}

/** Everything that makes two reports the same problem. The sender is not among it: the conflict is per office. */
export interface FingerprintedFacts {
  deskId: string;
  officeId: string;
  systemId: string;
  serverId: string | null;
  category: string;
  title: string;
  description: string;
}

/** SHA-256, 64 hex digits, of the facts with their texts normalised. Fields cannot run into one another. */
export function fingerprintOf(facts: FingerprintedFacts): string {
  const parts = [
    facts.deskId,
    facts.officeId,
    facts.systemId,
    facts.serverId ?? '',
    normalisedText(facts.category),
    normalisedText(facts.title),
    normalisedText(facts.description),
  ];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts))));
}

/** One that only this report has: for a report that shall be a case of its own although its words are another's. */
export function saltedFingerprint(fingerprint: string, reportId: string): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([fingerprint, reportId]))));
}
