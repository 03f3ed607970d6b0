import { mockApis, TestApiProvider } from '@backstage/test-utils';
import { DoraComplianceClient } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { doraComplianceApiRef } from '../api/doraComplianceApiRef';
import { textApis } from './textApis';

/** Where the client of {@link renderWithClient} finds the asset `ledger`. */
export const ledgerUrl =
  'http://backend/api/dora-compliance/assets/component/default/ledger';

/** Renders an element that asks the backend by way of the real client. */
export function renderWithClient(element: ReactElement) {
  const client = new DoraComplianceClient({
    discoveryApi: mockApis.discovery({ baseUrl: 'http://backend' }),
    fetchApi: { fetch },
  });
  return render(
    <TestApiProvider apis={[...textApis, [doraComplianceApiRef, client]]}>
      {element}
    </TestApiProvider>,
  );
}
