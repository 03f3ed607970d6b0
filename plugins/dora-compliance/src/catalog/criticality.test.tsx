import type { Entity } from '@backstage/catalog-model';
import { screen } from '@testing-library/react';
import { renderWithTexts } from '../__testUtils__/renderWithTexts';
import { createCriticalityColumn } from './createCriticalityColumn';
import { CriticalityFilter } from './CriticalityFilter';

const labelled = (level?: string): { entity: Entity } => ({
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'ledger',
      ...(level && { labels: { 'dora-compliance.io/criticality': level } }),
    },
  },
});

describe('the criticality in the catalog', () => {
  it('is looked for by the label the suite sets, and kept in the address', () => {
    const filter = new CriticalityFilter(['important', 'standard']);
    expect(filter.getCatalogFilters()).toEqual({
      'metadata.labels.dora-compliance.io/criticality': [
        'important',
        'standard',
      ],
    });
    expect(filter.toQueryValue()).toEqual(['important', 'standard']);
  });

  it('is a column in words, empty where there is none', () => {
    const { render: cell } = createCriticalityColumn();
    const shown = (level?: string) => <>{cell!(labelled(level), 'row')}</>;
    renderWithTexts(shown('critical-or-important'));
    expect(screen.getByText('Critical or important')).toBeInTheDocument();
    expect(renderWithTexts(shown()).container).toBeEmptyDOMElement();
    expect(renderWithTexts(shown('rubbish')).container).toBeEmptyDOMElement();
  });

  it('sorts the gravest first and what has none last', () => {
    const { customSort } = createCriticalityColumn();
    const sorted = [undefined, 'standard', 'critical-or-important', 'important']
      .map(labelled)
      .sort((a, b) => customSort!(a, b, 'row'));
    expect(
      sorted.map(
        ({ entity }) => Object.values(entity.metadata.labels ?? {})[0],
      ),
    ).toEqual(['critical-or-important', 'important', 'standard', undefined]);
  });
});
