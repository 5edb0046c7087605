import type { ChartColor } from './chart-theme.ts';

/** A point of a series, with what is said of it in place of its value; where `y` is NaN the line is interrupted. */
export interface XyPoint {
  readonly x: number;
  readonly y: number;
  readonly note?: string;
}

/** An axis; `format` writes its values with their unit. */
export interface XyAxis {
  /** What it counts, where the unit does not say. */
  readonly title?: string;
  readonly min?: number;
  readonly max?: number;
  /** The least that it reaches to, so that little does not look like much. */
  readonly reach?: number;
  /** Only whole numbers are marked. */
  readonly whole?: boolean;
  format(value: number): string;
}

/** One line, or what is drawn in the way of one. */
export interface XySeries {
  readonly label: string;
  readonly color: ChartColor;
  /** `steps` holds each value until the next; `dots` are not connected; `bars` are outlines, one after the other. */
  readonly shape: 'line' | 'steps' | 'dots' | 'bars';
  /** Whether the room under it is filled. */
  readonly filled?: boolean;
  /** The axis on the right. */
  readonly onRight?: boolean;
  /** By `x`. */
  readonly points: readonly XyPoint[];
}

/** What a chart of values over time, or over anything else that has an order, shows. */
export interface XyChartData {
  readonly x: XyAxis;
  readonly y: XyAxis;
  readonly right?: XyAxis;
  /** The first in front. */
  readonly series: readonly XySeries[];
  /** Stretches of `x` that are shaded. */
  readonly ranges?: readonly { readonly from: number; readonly to: number }[];
  /** Places on `x` with a name. */
  readonly markers?: readonly XyMarker[];
  /** Lines across at a value of `y`, such as a budget's limit. */
  readonly limits?: readonly XyLimit[];
}

export interface XyMarker {
  readonly label: string;
  readonly at: number;
}

export interface XyLimit {
  readonly label: string;
  readonly at: number;
  readonly color: ChartColor;
}
