import { errorApiRef, translationApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';

/** Renders an element that needs nothing but its texts, in English. */
export function renderWithTexts(element: ReactNode) {
  return render(
    <TestApiProvider
      apis={[
        [translationApiRef, mockApis.translation()],
        [errorApiRef, mockApis.error()],
      ]}
    >
      {element}
    </TestApiProvider>,
  );
}
