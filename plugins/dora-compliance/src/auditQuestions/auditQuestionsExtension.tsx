import { PageBlueprint } from '@backstage/frontend-plugin-api';
import { RiFileListLine } from '@remixicon/react';
import { auditQuestionsRouteRef } from './auditQuestionsRouteRef';

/** The page for the new frontend system. */
export const auditQuestionsExtension = PageBlueprint.make({
  name: 'audit-questions',
  params: {
    path: '/audit-questions',
    title: 'Audit questions',
    icon: <RiFileListLine />,
    routeRef: auditQuestionsRouteRef,
    loader: async () => {
      const { AuditQuestionsContent } = await import('./AuditQuestionsContent');
      const { PageMain } = await import('../page/PageMain');
      return (
        <PageMain page="auditQuestions">
          <AuditQuestionsContent />
        </PageMain>
      );
    },
  },
});
