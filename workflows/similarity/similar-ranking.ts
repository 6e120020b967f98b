import type { ProblemTerms, Term } from './problem-terms.ts';
import { problemSimilarity, sameProblemFrom } from './problem-similarity.ts';
import { termMatcher } from './term-matcher.ts';
import { countTerms, rarityAmong } from './term-rarity.ts';

/** An open case as far as it is compared. */
export interface SimilarityCandidate {
  caseId: string;
  systemId: string;
  terms: ProblemTerms;
}

/** Cases that complaints are compared with, and how rare each term is among them. */
export interface SimilarityPool {
  candidates: SimilarityCandidate[];
  rarityOf: (term: Term) => number;
}

export interface SimilarCase {
  caseId: string;
  /** 0 to 1 */
  similarity: number;
}

/** What is left when a complaint names another system: people do mistake one for the other. */
const otherSystem = 0.85;

export function similarityPool(candidates: SimilarityCandidate[]): SimilarityPool {
  return { candidates, rarityOf: rarityAmong(countTerms(candidates.map(({ terms }) => terms))) };
}

/** The cases that may be the same problem, most alike first; ties by id. */
export function similarCases(
  asked: Omit<SimilarityCandidate, 'caseId'>,
  { candidates, rarityOf }: SimilarityPool,
): SimilarCase[] {
  const matchesOf = termMatcher(asked.terms);
  return candidates
    .map(({ caseId, systemId, terms }) => {
      const likeness = problemSimilarity(asked.terms, terms, rarityOf, matchesOf);
      return { caseId, similarity: systemId === asked.systemId ? likeness : likeness * otherSystem };
    })
    .filter(({ similarity }) => similarity >= sameProblemFrom)
    .sort((one, other) => other.similarity - one.similarity || (one.caseId < other.caseId ? -1 : 1));
}
