import { fakeStore } from '../../../store/fake-store.ts';
import { describeConversation } from '../../support/conversation/conversation-suite.ts';

describeConversation('conversations over the fake store', async () => fakeStore());
