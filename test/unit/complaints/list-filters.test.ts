import { fakeStore } from '../../../store/fake-store.ts';
import { describeListFilters } from '../../support/complaints/list-filter-suite.ts';

describeListFilters('filters of the list over the fake store', async () => fakeStore());
