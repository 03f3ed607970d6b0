import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { assetFromEntity } from '@ict-assurance/backstage-plugin-dora-compliance-common';
import { BuiltFrom } from './pipelines/BuiltFrom';
import { ANNOTATION_DISCOVERED_BY } from './pipelines/pipelineEntity';

const PAGE_SIZE = 500;

/** What the discovery of pipelines asks the catalog. */
export class CatalogBuiltFrom {
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;

  constructor(options: { catalog: CatalogService; auth: AuthService }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  /** Which components are built from which repository. */
  async read(): Promise<BuiltFrom> {
    const built = new BuiltFrom();
    const pages = this.#catalog.streamEntities(
      {
        filter: { kind: 'component' },
        fields: ['kind', 'metadata', 'spec'],
        pageSize: PAGE_SIZE,
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const entities of pages) {
      for (const entity of entities) {
        const asset = assetFromEntity(entity);
        asset?.repositories.forEach(repository => {
          const { entityRef, ownerRef } = asset;
          built.add(repository, { entityRef, ownerRef });
        });
      }
    }
    return built;
  }

  /** How many pipelines of a source the catalog has. */
  async countPipelines(sourceId: string): Promise<number> {
    const { totalItems } = await this.#catalog.queryEntities(
      {
        filter: {
          kind: 'resource',
          [`metadata.annotations.${ANNOTATION_DISCOVERED_BY}`]: sourceId,
        },
        fields: ['kind'],
        limit: 1,
      },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    return totalItems;
  }
}
