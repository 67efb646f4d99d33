import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A way to a server that can be cut, as a phone loses its network: what is open breaks, nothing new gets through. */
export async function cutLink() {
  const open = new Set<Socket>()
  let port = 0
  let isCut = false
  const way = createServer((near) => {
    if (isCut) return void near.destroy()
    const far = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.pipe(to)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
    }
  })
  way.listen(0, '127.0.0.1')
  await once(way, 'listening')
  return {
    address: `http://127.0.0.1:${(way.address() as AddressInfo).port}`,
    leadsTo(server: string) {
      port = Number(new URL(server).port)
    },
    cut() {
      isCut = true
      for (const socket of open) socket.destroy()
    },
    mend() {
      isCut = false
    },
    close() {
      way.close()
      this.cut()
    },
  }
}
