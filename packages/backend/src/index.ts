import { createBackend } from '@backstage/backend-defaults';

const backend = createBackend();

backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('./personas/personas'));

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));
backend.add(
  import('@backstage/plugin-catalog-backend-module-incremental-ingestion'),
);
backend.add(
  import(
    '@ict-assurance/backstage-plugin-catalog-backend-module-dora-compliance'
  ),
);

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(
  import(
    '@ict-assurance/backstage-plugin-search-backend-module-dora-compliance'
  ),
);

backend.add(import('@backstage/plugin-user-settings-backend'));

backend.add(import('@backstage/plugin-events-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));

backend.add(import('@ict-assurance/backstage-plugin-dora-compliance-backend'));
backend.add(
  import(
    '@ict-assurance/backstage-plugin-dora-compliance-backend-module-github'
  ),
);
backend.add(
  import(
    '@ict-assurance/backstage-plugin-dora-compliance-backend-module-cdevents'
  ),
);
backend.add(
  import(
    '@ict-assurance/backstage-plugin-dora-compliance-backend-module-gitlab'
  ),
);
backend.add(
  import(
    '@ict-assurance/backstage-plugin-dora-compliance-backend-module-jenkins'
  ),
);
backend.add(
  import(
    '@ict-assurance/backstage-plugin-dora-compliance-backend-module-azure-devops'
  ),
);
backend.add(
  import(
    '@ict-assurance/backstage-plugin-dora-compliance-backend-module-controls'
  ),
);
backend.add(
  import(
    '@ict-assurance/backstage-plugin-dora-compliance-backend-module-runtime'
  ),
);
backend.add(
  import(
    '@ict-assurance/backstage-plugin-dora-compliance-backend-module-alertmanager'
  ),
);
backend.add(
  import(
    '@ict-assurance/backstage-plugin-dora-compliance-backend-module-grafana'
  ),
);
backend.add(
  import(
    '@ict-assurance/backstage-plugin-dora-compliance-backend-module-pagerduty'
  ),
);
backend.add(
  import(
    '@ict-assurance/backstage-plugin-dora-compliance-backend-module-jira-service-management'
  ),
);
backend.add(
  import(
    '@ict-assurance/backstage-plugin-dora-compliance-backend-module-servicenow'
  ),
);

backend.add(import('./exampleBank/exampleBank'));

backend.start();
