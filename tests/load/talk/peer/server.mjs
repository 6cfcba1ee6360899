// A chat on Socket.io that stores each message before it acknowledges it: in SQLite, one transaction of as many rows as the local
// program writes for one: that it was sent, the message, the room, and each of its words. Ends with its standard input.

import Database from 'better-sqlite3'
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const [, , file, port] = process.argv
const table = new Database(file)
table.pragma('journal_mode = WAL')
table.pragma('synchronous = NORMAL')
table.exec('CREATE TABLE items (pk TEXT, sk TEXT, item TEXT, PRIMARY KEY (pk, sk)) WITHOUT ROWID')
const create = table.prepare('INSERT INTO items VALUES (?, ?, ?)')
const put = table.prepare('INSERT OR REPLACE INTO items VALUES (?, ?, ?)')
const get = table.prepare('SELECT item FROM items WHERE pk = ? AND sk = ?')

const words = (text) => new Set(text.normalize('NFKD').toLowerCase().match(/[\p{L}\p{N}]+/gu))

const store = table.transaction((user, { roomId, clientId, text }) => {
  const room = JSON.parse(get.get(`ROOM#${roomId}`, '#ROOM')?.item ?? '{"sent":0}')
  room.sent += 1
  const id = `${Date.now()}-${room.sent}`
  const message = { id, roomId, senderId: user, clientId, text, sentAt: new Date().toISOString() }
  create.run(`USER#${user}`, `SENT#${clientId}`, JSON.stringify({ roomId, id }))
  create.run(`ROOM#${roomId}#MESSAGES`, id, JSON.stringify(message))
  put.run(`ROOM#${roomId}`, '#ROOM', JSON.stringify({ ...room, last: message }))
  for (const word of words(text)) create.run(`WORDS#${roomId}`, `${word} ${id}`, '{}')
  return message
})

const web = createServer()
const io = new Server(web, { transports: ['websocket'], serveClient: false })
io.on('connection', (socket) => {
  const { user, room } = socket.handshake.auth
  socket.join(room)
  socket.on('send', (frame) => {
    const message = store(user, frame)
    socket.emit('ack', { clientId: frame.clientId, message })
    socket.to(room).emit('message', { message })
  })
})
web.listen(Number(port), '127.0.0.1', () => console.log('listening'))
process.stdin.resume().on('end', () => process.exit(0))
