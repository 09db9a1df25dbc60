/** Names of files and folders that some system keeps for itself. */

/** Whether file systems may take a name for `.git`, as Windows does without dots and spaces at the end, and by its short name. */
export const isGitFolder = (part: string): boolean => /^(?:\.git|git~\d+)[. ]*$/i.test(part);

/** Whether Windows keeps a name for a device, with or without an extension. */
export const isDeviceName = (part: string): boolean => /^(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.|$)/i.test(part);
