/** Summarizes the result of `generate` in a line of figures. */
import type { Api, Resource } from '../../ir/types.ts';
import { count } from '../../lib/count.ts';

export interface Figures {
  readonly files: number;
  readonly resources: number;
  readonly methods: number;
  readonly models: number;
  readonly warnings: number;
  /** Number of faulty entries that the SDK lacks. */
  readonly leftOut: number;
  readonly seconds: number;
}

export function figuresOf(api: Api): Pick<Figures, 'resources' | 'methods' | 'models'> {
  const all = resourcesOf(api.root);
  return {
    resources: all.length - 1,
    methods: all.reduce((sum, resource) => sum + resource.methods.length, 0),
    models: api.schemas.filter((schema) => schema.model !== undefined).length,
  };
}

const resourcesOf = (resource: Resource): readonly Resource[] => [
  resource,
  ...resource.children.flatMap(resourcesOf),
];

export const summaryLine = (figures: Figures): string =>
  [
    count(figures.files, 'file'),
    count(figures.resources, 'resource'),
    count(figures.methods, 'method'),
    count(figures.models, 'model'),
    count(figures.warnings, 'warning'),
    ...(figures.leftOut > 0 ? [`${count(figures.leftOut, 'entry', 'entries')} left out`] : []),
    `${figures.seconds.toFixed(2)} s`,
  ].join(' · ');
