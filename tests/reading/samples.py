"""Articles, pages and feeds written for these tests."""

BODY = (
    "Hai người bị thương trong vụ va chạm giữa hai xe khách sáng 12/11 trên cầu Bến Thủy, công an "
    "thành phố cho biết. Nguyên nhân đang được điều tra và đoạn đường đã thông xe lúc 9 giờ."
)
ENGLISH = (
    "Two people were hurt when two buses collided on the bridge on Wednesday, the police said. "
    "The road was open again at nine."
)
PAGE = f"""<!doctype html><html><head><title>Va chạm trên cầu | Báo Mẫu</title>
<meta charset="utf-8"><meta property="og:site_name" content="Báo Mẫu">
<meta property="og:title" content="Va chạm trên cầu">
<link rel="canonical" href="https://mau.example/va-cham.html">
<meta property="article:published_time" content="2025-11-12T10:00:00+07:00"></head>
<body><nav><a href="/">Trang chủ</a></nav><article><h1>Va chạm trên cầu</h1><p>{BODY}</p>
<p>Công ty vận tải chưa đưa ra bình luận nào về vụ việc trong ngày hôm nay.</p></article>
<footer>Bản quyền</footer></body></html>"""
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Báo Mẫu</title>
<item><title>Va chạm &amp;amp; tắc đường</title><link>https://mau.example/1</link><guid>g1</guid>
<pubDate>Wed, 12 Nov 2025 10:00:00 +0700</pubDate><description>Ngắn.</description>
<content:encoded><![CDATA[<p>{BODY}</p><script>x()</script><p>Hết.</p>]]></content:encoded>
</item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Sample</title><entry><title>Buses</title>
<link rel="self" href="https://sample.example/self"/><link href="https://sample.example/2"/>
<id>urn:2</id><updated>2025-11-12T03:00:00Z</updated><content type="xhtml">
<div xmlns="http://www.w3.org/1999/xhtml"><p>{ENGLISH}</p><p>That is all.</p></div></content>
</entry></feed>"""


def archived(number, page):
    """A web page as it stands in a WARC file."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.encode()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\n"
        f"WARC-Target-URI: https://mau.example/{number}\r\n"
        "WARC-Date: 2025-11-20T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        "Content-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"
