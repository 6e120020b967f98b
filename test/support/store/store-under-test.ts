import type { Store } from '../../../store/store.ts';

/** The store under test, open from before the first test until after the last one. */
export type StoreUnderTest = () => Store;
