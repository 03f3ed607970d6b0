import { createRouteRef } from '@backstage/core-plugin-api';

/** Where the page "Audit questions" is mounted. */
export const auditQuestionsRouteRef = createRouteRef({
  id: 'dora-compliance.audit-questions',
});
