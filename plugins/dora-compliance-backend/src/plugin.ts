import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  metricsServiceRef,
  tracingServiceRef,
} from '@backstage/backend-plugin-api/alpha';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { notificationService } from '@backstage/plugin-notifications-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  type ProvisionIndex,
  toInstant,
} from '@ict-assurance/backstage-plugin-dora-compliance-common';
import {
  addWords,
  builtIn,
  english,
  explain,
  german,
  type Judgement,
  type PopulationType,
} from '@ict-assurance/backstage-plugin-dora-compliance-engine';
import {
  assessmentPartsExtensionPoint,
  controlCatalogueExtensionPoint,
  type EvidenceCollector,
  evidenceCollectorExtensionPoint,
  type EvidenceSource,
  evidenceSourceExtensionPoint,
  requireKnownProvisions,
  type SourceSetup,
} from '@ict-assurance/backstage-plugin-dora-compliance-node';
import { CatalogDomainTree } from './read/scorecards/CatalogDomainTree';
import { CatalogGroupTree } from './read/scorecards/CatalogGroupTree';
import { ScorecardScopes } from './read/scorecards/ScorecardScopes';
import { CatalogInventory } from './register/CatalogInventory';
import { catalogSource, peopleSource } from './register/ownSources';
import { readDoraComplianceConfig, requireReadKeys } from './config';
import { compileCatalogue } from './assess/ControlCatalogue';
import { ControlFolders } from './assess/ControlFolders';
import { overrideControls } from './assess/overrideControls';
import { requireKnownControls } from './read/policies/requireKnownControls';
import { selectForRegime } from './assess/selectForRegime';
import { Corridor } from './compose/Corridor';
import { KnexAnnouncer } from './compose/KnexAnnouncer';
import { ChangeSignal } from './notify/ChangeSignal';
import { migrate } from './kernel/database/migrate';
import { createApiRouter } from './http/createApiRouter';
import { subscribeToChanges } from './register/subscribeToChanges';
import { subscribeToDiscoveries } from './register/subscribeToDiscoveries';
import { catalogWhenInInventory } from './register/CatalogWhenInInventory';
import { subscribeToEvents } from './sources/events/subscribeToEvents';
import { registerPermissions } from './permissions/registerPermissions';
import { createAccessControl } from './permissions/createAccessControl';
import { observeQueues, Telemetry } from './kernel/telemetry/Telemetry';

/**
 * The backend of DORA compliance.
 *
 * @public
 */
export const doraCompliancePlugin = createBackendPlugin({
  pluginId: 'dora-compliance',
  register(env) {
    const sources = new Map<string, EvidenceSource>();
    const setups = new Map<string, SourceSetup>();
    const collectors = new Map<string, EvidenceCollector>();
    const controls = new ControlFolders();
    const populations: PopulationType[] = [];
    const judgements: Judgement[] = [];
    const provisions: ProvisionIndex[] = [];
    addSource(catalogSource);
    addSource(peopleSource);

    function addSource(source: EvidenceSource) {
      if (sources.has(source.id)) {
        throw new Error(`There are two evidence sources "${source.id}"`);
      }
      sources.set(source.id, source);
    }

    env.registerExtensionPoint(evidenceSourceExtensionPoint, {
      addSource,
      reportSetup: setup => setups.set(setup.sourceId, setup),
    });
    env.registerExtensionPoint(evidenceCollectorExtensionPoint, {
      addCollector(collector) {
        if (collectors.has(collector.sourceId)) {
          throw new Error(`There are two collectors "${collector.sourceId}"`);
        }
        collectors.set(collector.sourceId, collector);
      },
    });
    env.registerExtensionPoint(controlCatalogueExtensionPoint, {
      addControl: (control, texts) => controls.add(control, texts),
      addControlFolder: folder => controls.addFolder(folder),
      addProvisions: index => provisions.push(index),
    });

    env.registerExtensionPoint(assessmentPartsExtensionPoint, {
      addPopulation: population => populations.push(population),
      addJudgement: judgement => judgements.push(judgement),
    });

    env.registerInit({
      deps: {
        auditor: coreServices.auditor,
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        events: eventsServiceRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        notifications: notificationService,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
        tracing: tracingServiceRef,
        userInfo: coreServices.userInfo,
      },
      async init(deps) {
        const { auth, catalog, events, httpAuth, httpRouter, logger } = deps;
        requireReadKeys(
          deps,
          [...setups.values()].map(({ configKey }) => configKey),
        );
        const { regime, overrides, policies, ...others } =
          readDoraComplianceConfig(deps.config, logger);
        const { assetSchedule, redaction, ...settings } = others;
        const knex = await migrate(deps.database);
        const sentences = explain(addWords(english, judgements), judgements);
        const registry = builtIn.extend({ populations, judgements });
        requireKnownProvisions(controls.list(), provisions);
        requireKnownControls(policies, controls.list());
        const telemetry = new Telemetry(deps.metrics, deps.tracing);
        const now = () => toInstant(new Date());
        const fromCatalog = new CatalogInventory({ catalog, auth });
        const changes = new ChangeSignal({
          signals: deps.signals,
          logger,
          now,
        });
        const corridor = new Corridor({
          knex,
          sources,
          setups,
          collectors,
          redaction,
          ...settings,
          toIngestUrl: sourceId =>
            `${deps.config.getString(
              'backend.baseUrl',
            )}/api/dora-compliance/ingest/${sourceId}`,
          controls: compileCatalogue(
            overrideControls(
              selectForRegime(controls.list(), regime, logger),
              overrides,
            ),
            { registry, locate: (id, field) => controls.locate(id, field) },
          ),
          provisions,
          registry,
          prepareControl(control) {
            requireKnownProvisions([control], provisions);
            const { [control.id]: own } = overrides;
            const [selected] = selectForRegime([control], regime);
            if (!selected) {
              throw new Error(
                `The control ${control.id} is not of the regime ${regime}, so it would not be installed`,
              );
            }
            return overrideControls(
              [selected],
              own ? { [control.id]: own } : {},
            )[0]!;
          },
          sentences,
          onScored: () => changes.note(),
          inventory: fromCatalog,
          directory: fromCatalog,
          logger,
          telemetry,
          now,
        });
        const inGerman = corridor.answersIn({
          sentences: explain(addWords(german, judgements), judgements),
          translate: control => controls.translate(control, german.tag),
        });
        await corridor.install();
        observeQueues(deps.metrics, () => corridor.queues());

        registerPermissions(deps.permissionsRegistry, corridor.ruledAssets);
        httpRouter.addAuthPolicy({
          path: '/ingest',
          allow: 'unauthenticated',
        });
        const onReceived = () => corridor.received();
        const onDue = () => corridor.wake();
        httpRouter.use(
          createApiRouter({
            logger,
            onPage: () => corridor.pageBegins(),
            ingest: {
              sources,
              setups,
              documents: corridor.documents,
              redaction,
              logger,
              now,
              throttle: corridor.throttle,
              onReceived,
              observer: {
                received: id => telemetry.received(id),
                refused(id, code) {
                  telemetry.refused(id, code);
                  corridor.sources.refusals.note(id, code);
                },
              },
            },
            operations: {
              ...corridor,
              policies,
              auditor: deps.auditor,
              httpAuth,
              auth,
              access: createAccessControl(deps, corridor.ruledAssets),
              whenInInventory: catalogWhenInInventory({
                catalog,
                newEntities: corridor.newEntities,
                now,
              }),
              scopes: new ScorecardScopes({
                groups: new CatalogGroupTree(catalog),
                domains: new CatalogDomainTree(catalog),
                ...corridor,
              }),
              now,
              onReplay: onDue,
              onReview: onDue,
              onRecorded: onDue,
              ...corridor.sources.api,
            },
            translated: [inGerman],
          }),
        );
        await subscribeToEvents({
          sources: sources.values(),
          events,
          store: corridor.work.documents,
          redaction,
          logger,
          now,
          onReceived(id) {
            telemetry.received(id);
            onReceived();
          },
          onRefused(id, code, isLost) {
            telemetry.refused(id, code);
            corridor.sources.refusals.note(id, code, isLost);
          },
        });
        await subscribeToDiscoveries({
          events,
          discoveries: corridor.work.discoveries,
          logger,
        });
        await subscribeToChanges({
          events,
          newEntities: corridor.newEntities,
          logger,
        });
        await corridor.schedule(deps.scheduler, assetSchedule);
        await new KnexAnnouncer({
          knex,
          ...(settings.notifications.language === german.tag
            ? inGerman
            : { controls: corridor.controls, sentences }),
          notifications: deps.notifications,
          settings: settings.notifications,
          logger,
          now,
        }).schedule(deps.scheduler);
        deps.lifecycle.addShutdownHook(() => {
          changes.stop();
          return corridor.stop();
        });
      },
    });
  },
});
