/** For commands whose shadows can be made on any server. */
export const shadowFlag = {
  shadowUrl: {
    kind: 'value',
    brief: 'Make shadows on this server, such as a container with the extensions of production',
    placeholder: 'url',
  },
} as const;
