/** Flags of the config's `settings`, for conditions of templates: `{{#if settings.openEnums}}`. */
import type { SettingsConfig } from '../config/types.ts';

export type SettingFlags = {
  readonly [Key in keyof SettingsConfig as SettingsConfig[Key] extends boolean
    ? Key
    : never]: SettingsConfig[Key];
};

export const settingFlags = (settings: SettingsConfig): SettingFlags =>
  Object.fromEntries(
    Object.entries(settings).filter(([, value]) => typeof value === 'boolean'),
  ) as SettingFlags;
